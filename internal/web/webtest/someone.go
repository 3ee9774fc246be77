package webtest

import (
	"regexp"
	"strings"
	"time"

	"github.com/pquerna/otp/totp"
)

// Someone is a person with what he keeps at home.
type Someone struct {
	Mail, Passphrase, Secret, Paper string
}

// GoodPassphrase is taken by everybody in a test.
const GoodPassphrase = "zeven paarse fietsen zwijgen traag"

var (
	secretText = regexp.MustCompile(`<code translate="no">([A-Z2-7 ]+)</code>`)
	paperText  = regexp.MustCompile(`<li class="group">([0-9A-Z]{4})</li>`)
	groupText  = regexp.MustCompile(`Groepje (\d)`)
)

// Code is what the app of a person shows at a moment.
func (p Someone) Code(now time.Time) string {
	c, err := totp.GenerateCode(p.Secret, now)
	if err != nil {
		panic(err) // the secret came from the page
	}
	return c
}

// Enrol opens a link, confirms the rules, says the code and makes keys, up to where it leads.
func (b *Browser) Enrol(p *Someone, link, code string, now time.Time) *Browser {
	b.T.Helper()
	return b.Get(link).Send(link, "rules", "yes", "code", code).At("/keys").MakeKeys(p, now)
}

// MakeKeys makes passphrase, second factor and recovery code on the page of keys, and finishes.
func (b *Browser) MakeKeys(p *Someone, now time.Time) *Browser {
	b.T.Helper()
	p.Passphrase = GoodPassphrase
	b.Get("/keys/passphrase").Send("/keys/passphrase", "passphrase", p.Passphrase, "again", p.Passphrase).At("/keys")
	b.Get("/keys/totp").Send("/keys/totp/new").At("/keys/totp")
	p.Secret = strings.ReplaceAll(secretText.FindStringSubmatch(b.Body)[1], " ", "")
	b.Send("/keys/totp", "code", p.Code(now)).At("/keys")
	return b.MakePaper(p).Send("/keys")
}

// MakePaper makes a recovery code and types two groups of it back.
func (b *Browser) MakePaper(p *Someone) *Browser {
	b.T.Helper()
	b.Get("/keys/recovery").Send("/keys/recovery/new").At("/keys/recovery")
	var all []string
	for _, group := range paperText.FindAllStringSubmatch(b.Body, -1) {
		all = append(all, group[1])
	}
	p.Paper = strings.Join(all, "-")
	asked := groupText.FindAllStringSubmatch(b.Body, -1)
	return b.Send("/keys/recovery", "first", all[asked[0][1][0]-'1'], "second", all[asked[1][1][0]-'1']).At("/keys")
}

// SignIn signs in with passphrase and code.
func (b *Browser) SignIn(p Someone, now time.Time) *Browser {
	b.T.Helper()
	return b.Get("/sign-in").Send("/sign-in", "mail", p.Mail, "passphrase", p.Passphrase, "code", p.Code(now))
}
