package identity

import (
	"context"
	"slices"
	"testing"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
	"github.com/pquerna/otp/totp"
)

// town is an installation with its door, its stores and a clock that tests move.
type town struct {
	t        *testing.T
	door     *Door
	book     *fakeBook
	sessions *fakeSessions
	setting  Setting
	now      time.Time
}

var ctx = context.Background()

const goodPassphrase = "zeven paarse fietsen zwijgen traag"

func newTown(t *testing.T, change ...func(*Setting)) *town {
	t.Helper()
	ring, err := seal.NewRing(1, map[uint32][]byte{1: seal.NewEpochKey()})
	must(t, err)
	s := Setting{
		Base: seal.Base{Installation: "test-town"}, Ring: ring, ServiceKey: seal.NewEpochKey(), Origin: testOrigin,
		Cores: 2, Argon: seal.Params{Memory: 64, Time: 1, Threads: 1},
	}
	for _, c := range change {
		c(&s)
	}
	w := &town{t: t, book: newFakeBook(), sessions: newFakeSessions(), setting: s, now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
	w.door, err = NewDoor(s, w.book, w.sessions, &MemoryOnce{Size: 1000})
	must(t, err)
	return w
}

// person is somebody with his keys, as he would have them at home.
type person struct {
	id, hat    livc.ID
	mail       string
	passphrase string
	totp       string
	recovery   string
	passkey    *authenticator
}

func (w *town) later(d time.Duration) { w.now = w.now.Add(d) }

func (w *town) code(p person) string {
	w.t.Helper()
	c, err := totp.GenerateCode(p.totp, w.now)
	must(w.t, err)
	return c
}

func (w *town) invite(mail string, f livc.Function) (Enrolment, string) {
	w.t.Helper()
	seat := Seat{Livc: "livc-a", Controller: "town", Hat: livc.ID("hat of " + mail), Function: f}
	e, code, err := w.door.Invite(ctx, nil, seat, livc.NewContact("Nele"), livc.NewContact(mail), w.now)
	must(w.t, err)
	return e, code
}

// enrolling opens the door with link and code, up to the page where keys are made.
func (w *town) enrolling(mail string) *Kit {
	w.t.Helper()
	e, code := w.invite(mail, livc.Coordinator)
	g, err := w.door.GuessCode(ctx, nil, e.ID, code, w.now)
	must(w.t, err)
	s, err := w.door.BeginEnrolling(ctx, g, "", w.now)
	must(w.t, err)
	return w.page(s.Cookie())
}

// page is the next page of a kit: what was made must survive the way through the cookie.
func (w *town) page(cookie string) *Kit {
	w.t.Helper()
	k, err := w.door.ResumeKit(ctx, nil, cookie, w.now)
	must(w.t, err)
	return k
}

func (w *town) next(k *Kit) *Kit {
	w.t.Helper()
	must(w.t, k.Save(ctx, w.now))
	k.Drop()
	return w.page(k.Session().Cookie())
}

func (w *town) withPassphrase(k *Kit, p *person) *Kit {
	w.t.Helper()
	p.passphrase = goodPassphrase
	must(w.t, k.SetPassphrase(ctx, p.passphrase, w.now))
	k = w.next(k)
	secret, _, err := k.ProposeTOTP()
	must(w.t, err)
	p.totp = secret
	k = w.next(k)
	must(w.t, k.ProveTOTP(w.code(*p), w.now))
	return w.next(k)
}

func (w *town) withRecovery(k *Kit, p *person) *Kit {
	w.t.Helper()
	code, err := k.PrintRecovery()
	must(w.t, err)
	p.recovery = code
	k = w.next(k)
	all := groups(code)
	must(w.t, k.KeepRecovery([]string{all[k.Asked()[0]-1], all[k.Asked()[1]-1]}, w.now))
	return w.next(k)
}

func (w *town) withPasskey(k *Kit, p *person, a *authenticator) (*Kit, PasskeyMade) {
	w.t.Helper()
	p.passkey = a
	c, err := k.OfferPasskey(ctx, nil, w.now)
	must(w.t, err)
	answer, prf := a.make(c)
	made, err := k.AcceptPasskey(ctx, c.Token, answer, prf, w.now)
	must(w.t, err)
	return w.next(k), made
}

// finish ends an enrolment and gives the first session.
func (w *town) finish(k *Kit, p *person) *Session {
	w.t.Helper()
	e, err := w.door.FinishEnrolling(ctx, nil, k, w.now)
	must(w.t, err)
	p.id, p.hat = e.Seat.Person, e.Seat.Hat
	s, err := w.door.Begin(ctx, e.Entry, k.Session().Cookie(), w.now)
	must(w.t, err)
	return s
}

// nele is a coordinator with passphrase, second factor and recovery code, enrolled a day ago.
func (w *town) nele() person {
	w.t.Helper()
	p := person{mail: "nele@town.be"}
	k := w.withRecovery(w.withPassphrase(w.enrolling(p.mail), &p), &p)
	must(w.t, w.finish(k, &p).Leave(ctx))
	w.later(24 * time.Hour)
	return p
}

func (w *town) look(mail string) Candidate {
	w.t.Helper()
	c, err := w.door.Look(ctx, nil, livc.NewContact(mail))
	must(w.t, err)
	return c
}

// enter and begin a session.
func (w *town) begin(p *Proof) *Session {
	w.t.Helper()
	e, err := w.door.Enter(ctx, nil, p, w.now)
	must(w.t, err)
	s, err := w.door.Begin(ctx, e, "", w.now)
	must(w.t, err)
	return s
}

func (w *town) signIn(p person) *Session {
	w.t.Helper()
	proof, err := w.door.ProvePassphrase(ctx, w.look(p.mail), p.passphrase, w.code(p), home, w.now)
	must(w.t, err)
	return w.begin(proof)
}

func (w *town) resume(cookie string) error {
	_, err := w.door.Resume(ctx, nil, cookie, w.now)
	return err
}

var home = From{Address: "192.0.2.7"}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused asks that err is an answer with this key.
func refused(t *testing.T, err error, key string) {
	t.Helper()
	e, ok := err.(*livc.Error)
	if !ok || e.Key != key {
		t.Fatalf("got %v, want the answer %s", err, key)
	}
}

func kinds(list []Unlocker) (k []string) {
	for _, u := range list {
		k = append(k, string(u.Kind))
	}
	slices.Sort(k)
	return k
}
