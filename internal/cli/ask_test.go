package cli_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// freePort is a port of this machine on which nobody listens.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// ask prints what an address answers, once it does.
func ask(address string) int {
	for range 200 {
		res, err := http.Get(address)
		if err != nil {
			time.Sleep(50 * time.Millisecond)
			continue
		}
		defer res.Body.Close()
		fmt.Println(res.StatusCode)
		b, err := io.ReadAll(res.Body)
		fmt.Print(string(b))
		if err == nil && res.StatusCode < http.StatusBadRequest {
			return 0
		}
		return 1
	}
	return 2
}
