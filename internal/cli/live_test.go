package cli_test

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// Screens hear of changes on a server as it is served, and when it is told to stop they hear goodbye and
// hold it up no longer.
//
// proves settled 34, 40
func TestAServerThatStopsSaysGoodbyeToItsScreens(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		port := freePort(t)
		c.change(func(f *cli.Config) { f.Listen, f.Origin = "127.0.0.1:"+port, "http://localhost:"+port })
		h := c.house()
		cookie, at := c.hung(h)
		s := serve(t, h)
		if code := ask("http://localhost:" + port + "/healthz"); code != 0 {
			t.Fatal("it never answered")
		}
		r, err := http.NewRequest(http.MethodGet, "http://localhost:"+port+"/screen/live", nil)
		c.must(err)
		r.AddCookie(cookie)
		res, err := http.DefaultClient.Do(r)
		c.must(err)
		if res.StatusCode != http.StatusOK {
			t.Fatalf("the screen is answered with %d", res.StatusCode)
		}
		stream := webtest.Events(t, res)
		first := stream.Last(300 * time.Millisecond)
		c.must(h.DB.Write(context.Background(), h.DB.Lane(at.Livc), func(b deed.Batch) error { return b.Stir(context.Background(), at.Livc, at.Meeting) }))
		if next := stream.Next(); next == first || !strings.HasPrefix(next, "event: region") {
			t.Errorf("after a change it says %q", next)
		}
		begun := time.Now()
		s.end(t)
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("it stopped after %s", took)
		}
		if got := stream.Next(); got != "event: bye | data: stops" {
			t.Errorf("it says %q", got)
		}
		c.must(h.Close())
	})
}

// hung plants a screen in the room that typed its code, and gives its cookie and what it follows.
func (c *clinic) hung(h *cli.House) (*http.Cookie, live.At) {
	c.t.Helper()
	var ids [3]livc.ID
	for i := range ids {
		id, err := livc.NewID(rand.Reader)
		c.must(err)
		ids[i] = id
	}
	private, public, err := deed.NewScreen()
	c.must(err)
	_, err = h.DB.Pools()[0].Exec(`INSERT INTO screen (livc, id, meeting_livc, meeting, code, until_at, public) VALUES ('0', $1, $2, $3, $4, $5, $6)`,
		ids[0], ids[1], ids[2], []byte("code"), h.Clock.Civil().Add(time.Hour).UnixMicro(), public)
	c.must(err)
	value := string(ids[0]) + "." + base64.RawURLEncoding.EncodeToString(private)
	return &http.Cookie{Name: page.ScreenCookie, Value: value}, live.At{Livc: ids[1], Meeting: ids[2]}
}
