package notify

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"beraad.eu/livc"
)

// office is a mail server in this process.
type office struct {
	mu      sync.Mutex
	refuse  bool
	letters []received
}

type received struct {
	from, to string
	text     string
}

type counter struct {
	office *office
	got    received
}

func (o *office) NewSession(*smtp.Conn) (smtp.Session, error) { return &counter{office: o}, nil }

func (c *counter) Mail(from string, _ *smtp.MailOptions) error {
	c.office.mu.Lock()
	defer c.office.mu.Unlock()
	if c.office.refuse {
		return errors.New("closed today")
	}
	c.got.from = from
	return nil
}
func (c *counter) Rcpt(to string, _ *smtp.RcptOptions) error { c.got.to = to; return nil }
func (c *counter) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	c.got.text = string(b)
	c.office.mu.Lock()
	defer c.office.mu.Unlock()
	c.office.letters = append(c.office.letters, c.got)
	return err
}
func (c *counter) Reset()        {}
func (c *counter) Logout() error { return nil }

func open(t *testing.T) (*office, Server) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o := &office{}
	s := smtp.NewServer(o)
	s.Domain = "localhost"
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	return o, Server{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, From: "post@beraad.example.be", Origin: origin}
}

// box is an outbox in memory with one message.
type box struct {
	Waiting
	due   time.Time
	state string
	taken bool
	gone  bool
}

func (b *box) Due(_ context.Context, now time.Time) ([]Waiting, error) {
	if b.state != "" || now.Before(b.due) {
		return nil, nil
	}
	return []Waiting{b.Waiting}, nil
}
func (b *box) Claim(_ context.Context, w Waiting, again time.Time) (Message, error) {
	switch {
	case b.taken:
		return Message{}, livc.Conflict("conflict.changed")
	case b.gone:
		return Message{}, livc.NotFound()
	}
	b.Tries, b.due = w.Tries+1, again
	return Message{Template: "invitation", To: livc.NewContact("lotte@clb.example")}, nil
}
func (b *box) Sent(context.Context, Waiting) error   { b.state = "sent"; return nil }
func (b *box) GiveUp(context.Context, Waiting) error { b.state = "given_up"; return nil }

var start = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// proves settled 35, W12
func TestMailer(t *testing.T) {
	ctx := context.Background()
	t.Run("a letter leaves once, plain, without a word about whose it is", func(t *testing.T) {
		o, server := open(t)
		b := &box{}
		m := Mailer{Outbox: b, Post: server, Origin: origin}
		for range 2 {
			if err := m.Run(ctx, start); err != nil {
				t.Fatal(err)
			}
		}
		if len(o.letters) != 1 || b.state != "sent" || o.letters[0].to != "lotte@clb.example" {
			t.Fatalf("%d letters, %s", len(o.letters), b.state)
		}
		text := o.letters[0].text
		for _, want := range []string{"Subject: Een vraag voor een overleg", "text/plain", "Auto-Submitted: auto-generated", "@beraad.example.be>", `From: "Beraad"`} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
		for _, never := range []string{"LIVC", "User-Agent", "X-Mailer", "multipart"} {
			if strings.Contains(text, never) {
				t.Errorf("%q in\n%s", never, text)
			}
		}
	})
	t.Run("two letters of a kind differ by recipient, number and moment only", func(t *testing.T) {
		o, server := open(t)
		for _, to := range []string{"an@ocmw.example", "bo@ocmw.example"} {
			if err := server.Send(ctx, Write(origin, Message{Template: "waits", To: livc.NewContact(to)})); err != nil {
				t.Fatal(err)
			}
		}
		if a, b := fixed(o.letters[0].text), fixed(o.letters[1].text); a != b {
			t.Errorf("they differ:\n%s\n%s", a, b)
		}
	})
	t.Run("a closed server is tried again later, and given up after eight times", func(t *testing.T) {
		o, server := open(t)
		o.refuse = true
		b := &box{}
		m, now := Mailer{Outbox: b, Post: server, Origin: origin}, start
		for i := range mostTries {
			if err := m.Run(ctx, now); err == nil {
				t.Fatal("a refusal went unseen")
			}
			if i < mostTries-1 && (b.state != "" || !b.due.After(now)) {
				t.Fatalf("after %d tries: %q, again at %s", i+1, b.state, b.due)
			}
			now = b.due
		}
		if b.state != "given_up" {
			t.Fatalf("after %d tries it is %q", mostTries, b.state)
		}
	})
	t.Run("a message that another node took is left alone", func(t *testing.T) {
		o, server := open(t)
		if err := (Mailer{Outbox: &box{taken: true}, Post: server}).Run(ctx, start); err != nil || len(o.letters) != 0 {
			t.Fatal(err, len(o.letters))
		}
	})
	t.Run("a message for somebody who left is given up", func(t *testing.T) {
		_, server := open(t)
		b := &box{gone: true}
		if err := (Mailer{Outbox: b, Post: server}).Run(ctx, start); err != nil || b.state != "given_up" {
			t.Fatal(err, b.state)
		}
	})
	t.Run("a fault of an address does not say the address", func(t *testing.T) {
		err := Server{Host: "127.0.0.1", From: "a@b.example"}.Send(ctx, Letter{To: livc.NewContact("geen adres")})
		if err == nil || strings.Contains(err.Error(), "geen") {
			t.Fatal(err)
		}
	})
}

// fixed takes out the lines that every mail has of its own.
func fixed(text string) string {
	var out bytes.Buffer
	for line := range strings.Lines(text) {
		if name, _, _ := strings.Cut(line, ":"); name != "To" && name != "Date" && name != "Message-ID" {
			out.WriteString(line)
		}
	}
	return out.String()
}
