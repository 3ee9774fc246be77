package cli

import (
	"fmt"
	"net"
	"strconv"

	"beraad.eu/livc"
)

// post looks whether a mail server is set and answers. Practice has a tray of its own (settled 35).
func (p *patient) post() []check {
	m := p.config.Mail
	if p.config.Practice && m.Host == "" {
		return nil
	}
	if m.Host == "" {
		return []check{{amber, "no mail server is set: messages wait", "set [mail] in the configuration, or print them with `beraad mail` and carry them yourself"}}
	}
	if m.PasswordFile != "" {
		if _, err := secret(m.PasswordFile); err != nil {
			return []check{{red, "mail: " + err.Error(), "put the password in " + m.PasswordFile + ", readable by this user only"}}
		}
	}
	ctx, done := p.soon()
	defer done()
	address := net.JoinHostPort(m.Host, strconv.Itoa(m.Port))
	line, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
	if err != nil {
		return []check{{amber, "the mail server does not answer: " + err.Error(), "look whether " + address + " is right and open from here; messages wait until it answers"}}
	}
	_ = line.Close()
	return []check{good("the mail server answers")}
}

// mail looks at the messages of a LIVC R that did not leave.
func (p *patient) mail(id livc.ID) (out []check, err error) {
	n, err := p.db.Outbox(p, id)
	if n["given_up"] > 0 {
		out = append(out, check{amber, fmt.Sprintf("%d messages could not be sent", n["given_up"]), "look whether the mail addresses are right"})
	}
	if n["waiting"] > 0 && p.config.Mail.Host == "" {
		out = append(out, check{amber, fmt.Sprintf("%d messages wait, and no mail server is set", n["waiting"]), "set [mail] in the configuration, or tell people yourself"})
	}
	return out, err
}
