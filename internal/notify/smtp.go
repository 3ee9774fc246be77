package notify

import (
	"context"
	"fmt"
	"net"
	"net/url"

	"github.com/wneessen/go-mail"
)

// Server is the mail server of the municipality.
type Server struct {
	Host           string
	Port           int
	From           string
	User, Password string
	Origin         string // names the message ids, so that no machine name leaves
}

// Send hands one letter to the server. Without TLS it sends to this machine only.
func (s Server) Send(ctx context.Context, l Letter) error {
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := msg.FromFormat("Beraad", s.From); err != nil {
		return fmt.Errorf("write the sender of a mail: %w", err)
	}
	if err := msg.To(l.To.Reveal()); err != nil {
		return fmt.Errorf("write the recipient of a mail: %w", errAddress)
	}
	msg.Subject(l.Subject)
	msg.SetBodyString(mail.TypeTextPlain, l.Body)
	msg.SetDate()
	msg.SetMessageIDWithValue(messageID(s.Origin))
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	client, err := s.client()
	if err != nil {
		return err
	}
	if err := client.DialAndSendWithContext(ctx, msg); err != nil {
		return fmt.Errorf("hand a mail to the server: %w", err)
	}
	return nil
}

func (s Server) client() (*mail.Client, error) {
	options := []mail.Option{mail.WithPort(s.Port), mail.WithTLSPolicy(mail.TLSMandatory), mail.WithHELO("beraad")}
	if ip := net.ParseIP(s.Host); s.Host == "localhost" || ip != nil && ip.IsLoopback() {
		options = append(options, mail.WithTLSPolicy(mail.TLSOpportunistic))
	}
	if s.User != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	c, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("prepare the mail server: %w", err)
	}
	return c, nil
}

func hostOf(origin string) string {
	u, err := url.Parse(origin)
	if err != nil || u.Hostname() == "" {
		return "localhost"
	}
	return u.Hostname()
}
