package bench

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// account is somebody who can sign in, with the last step of the second factor that was used.
type account struct {
	Mail, Secret string
	Hat          livc.ID
	Last         int64
}

// code is a code that was not used yet; no code when the account must wait for the next half minute.
func (a *account) code(now time.Time) (string, bool) {
	here := now.Unix() / 30
	step := max(a.Last+1, here) // one of the half minute before could end while somebody waits
	if step > here+1 {
		return "", false
	}
	a.Last = step
	c, err := hotp.GenerateCode(a.Secret, uint64(step))
	must(err)
	return c, true
}

// let makes an account for the people of whom some sign in, and plain keys for the rest.
func (f *filling) let(w *storetest.Town, hat, organisation livc.ID, fn livc.Function) (livc.ID, deed.Keys) {
	seat := identity.Seat{Livc: w.Livc, Controller: organisation, Hat: hat, Function: fn}
	if f.sits(w) && (fn == livc.Participant || fn == livc.Officer) {
		return f.joins(w, seat)
	}
	if first := len(f.towns) == 0; fn != livc.Mayor && fn != livc.Coordinator && !(first && fn == livc.Participant) {
		return w.Fresh(hat, organisation)
	}
	a := &account{Mail: fmt.Sprintf("%s@bench.example", hat), Hat: hat}
	s := f.enrol(w, a, seat)
	keys, err := s.Keyring(f.house.Clock.Wall())
	must(err)
	f.people[hat] = a
	return s.Row.Person, keys
}

// record is a deed of the system in the log of the installation.
func (f *filling) record(act access.Action, person livc.ID, do func(*deed.Tx) error) {
	by := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: person, Function: livc.System}}
	must(f.house.Gate.Do(f.b.Context(), by, act, access.Whole(livc.Installation), do))
}

// invited opens the door to a seat, and types the code that was said.
func (f *filling) invited(seat identity.Seat, mail string) (g identity.Guess) {
	now, h := f.house.Clock.Wall(), f.house
	f.record(access.Enrol, "", func(tx *deed.Tx) error {
		e, code, err := h.Door.Invite(tx.Context(), tx.Handle(), seat, livc.NewContact("Iemand"), livc.NewContact(mail), now)
		if err != nil {
			return err
		}
		g, err = h.Door.GuessCode(tx.Context(), tx.Handle(), e.ID, code, now)
		return err
	})
	return g
}

// enrol goes the way that everybody goes, on the door of the house.
func (f *filling) enrol(w *storetest.Town, a *account, seat identity.Seat) *identity.Session {
	ctx, now, h := w.Context(), f.house.Clock.Wall(), f.house
	s, err := h.Door.BeginEnrolling(ctx, f.invited(seat, a.Mail), "", now)
	must(err)
	var k *identity.Kit
	must(h.People.Read(ctx, func(tx identity.Tx) error { k, err = h.Door.ResumeKit(ctx, tx, s.Cookie(), now); return err }))
	defer k.Drop()
	f.unlockers(w, k, a, now)
	var out identity.Enrolled
	f.record(access.Enrol, s.Row.Person, func(tx *deed.Tx) (err error) {
		out, err = h.Door.FinishEnrolling(tx.Context(), tx.Handle(), k, now)
		return err
	})
	s, err = h.Door.Begin(ctx, out.Entry, s.Cookie(), now)
	must(err)
	f.puts(s, seat.Livc, seat.Hat)
	return s
}

// puts puts on a hat.
func (f *filling) puts(s *identity.Session, id, hat livc.ID) {
	ctx, h := f.b.Context(), f.house
	must(h.People.Read(ctx, func(tx identity.Tx) error { return h.Door.ChooseHat(ctx, tx, s, id, hat) }))
}

func (f *filling) unlockers(w *storetest.Town, k *identity.Kit, a *account, now time.Time) {
	must(k.SetPassphrase(w.Context(), webtest.GoodPassphrase, now))
	secret, _, err := k.ProposeTOTP()
	must(err)
	a.Secret = secret
	code, err := totp.GenerateCode(secret, now)
	must(err)
	must(k.ProveTOTP(code, now))
	a.Last = now.Unix() / 30
	printed, err := k.PrintRecovery()
	must(err)
	groups := strings.Split(printed, "-")
	var typed []string
	for _, n := range k.Asked() {
		typed = append(typed, groups[n-1])
	}
	must(k.KeepRecovery(typed, now))
	must(k.AddPractice(now)) // on top, for those who sit at a meeting
}

// visitor is somebody with a session, without a browser.
type visitor struct {
	client *http.Client
	base   string
	cookie string
	hat    livc.ID
}

var tokenText = regexp.MustCompile(`name="token" value="([^"]+)"`)

// signIn goes through the page of signing in, once there is an unused code.
func (v *visitor) signIn(a *account) error {
	code, ok := a.code(time.Now())
	for !ok {
		time.Sleep(time.Second)
		code, ok = a.code(time.Now())
	}
	token, err := v.signInToken()
	if err != nil {
		return err
	}
	return v.enter(a, code, token)
}

func (v *visitor) signInToken() (string, error) {
	body, err := v.read("/sign-in")
	if err != nil {
		return "", err
	}
	m := tokenText.FindStringSubmatch(body)
	if m == nil {
		return "", fmt.Errorf("the page of signing in has no token")
	}
	return m[1], nil
}

// enter is the one request that counts as signing in: the derivation and all that comes with it.
func (v *visitor) enter(a *account, code, token string) error {
	res, err := v.post("/sign-in", url.Values{"token": {token}, "mail": {a.Mail}, "passphrase": {webtest.GoodPassphrase}, "code": {code}})
	if err != nil {
		return err
	}
	for _, c := range res.Cookies() {
		if c.Name == page.SessionCookie {
			v.cookie, v.hat = c.Value, a.Hat
		}
	}
	if to := res.Header.Get("Location"); to != "/today" {
		return fmt.Errorf("signing in answers %d and leads to %q", res.StatusCode, to)
	}
	return nil
}

// token makes the token of a form of this session, as its page would.
func (v *visitor) token() string { return page.TokensOf([]byte(v.cookie), time.Now()).New(v.hat) }
