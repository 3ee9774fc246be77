package storetest

import (
	"bytes"
	"context"
	"crypto/rand"
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// Each runs a test on both engines, the two at once: while the one waits for its server, the other works.
func Each(t *testing.T, f func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { t.Parallel(); f(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { t.Parallel(); f(t, OnPostgres(t)) })
}

// SQLite opens an empty migrated database in a folder of the test; what is about losing nothing opens one
// on the disk itself.
func SQLite(t testing.TB) *store.DB {
	t.Helper()
	folder := quick(t)
	db, err := store.OpenSQLite(folder)
	folders.Store(db, folder)
	return ready(t, db, err)
}

// folders are where the databases of this process stand.
var folders sync.Map

// Folder is where the files of a SQLite database of a test stand; "" for another engine.
func Folder(db *store.DB) string {
	folder, _ := folders.Load(db)
	s, _ := folder.(string)
	return s
}

// OnPostgres opens an empty migrated database on the shared server.
func OnPostgres(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.OpenPostgres(Postgres(t))
	return ready(t, db, err)
}

func ready(t testing.TB, db *store.DB, err error) *store.DB {
	t.Helper()
	if err == nil {
		err = db.Migrate(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// Keys are the keys of a person in a test: no session, no sign-in.
type Keys struct {
	mu   sync.Mutex
	hat  *seal.Hat
	held map[livc.ID]*seal.Key
}

// KeysOf are the keys of a hat before any container was opened.
func KeysOf(h *seal.Hat) *Keys { return &Keys{hat: h, held: map[livc.ID]*seal.Key{}} }

// Hat gives the pairs of the hat.
func (k *Keys) Hat() *seal.Hat { return k.hat }

// Key gives a container key that was opened before.
func (k *Keys) Key(c livc.ID) (*seal.Key, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	v, ok := k.held[c]
	return v, ok
}

// Put keeps a container key.
func (k *Keys) Put(c livc.ID, key *seal.Key) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.held[c] = key
}

// Forget drops every container key, as a new session does.
func (k *Keys) Forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.held = map[livc.ID]*seal.Key{}
}

// Town is a LIVC R of one municipality with people whose hats are active, for tests of every
// step. The civil clock stands at 24 November 2026, 10.00 in Brussels, and is moved by Pass.
type Town struct {
	T       testing.TB
	DB      *store.DB
	Gate    *deed.Gate
	Support *support.Service
	// Protocol has a draft of the basic protocol; none is in force.
	Protocol *protocol.Service
	Region   livc.Region
	Livc     livc.ID
	Clock    *deed.Clock

	Municipality support.Municipality
	Police       livc.ID
	Organisation map[string]livc.ID // "CLB", "CAW", "OCMW"
	Masters      map[livc.ID][]byte // the master key under each hat
	Epoch        []byte

	Mayor, Representative, Coordinator, Officer deed.By
	CLB, CAW, OCMW, DPO, Founder                deed.By
	Visitor                                     deed.By // a guest, once a story let one in

	// Let makes the keys of somebody who enrols; nil: keys without an account.
	Let func(w *Town, hat, organisation livc.ID, f livc.Function) (person livc.ID, keys deed.Keys)
}

// Start is the first moment in a test town.
var Start = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// Pass moves the civil clock.
func (w *Town) Pass(d time.Duration) { w.Clock.SetOffset(w.Clock.Offset() + d) }

// Days moves the civil clock by whole days.
func (w *Town) Days(n int) { w.Pass(time.Duration(n) * 24 * time.Hour) }

// Context of the test.
func (w *Town) Context() context.Context { return w.T.Context() }

// NewGate makes a gate over a database with fresh keys.
func NewGate(t testing.TB, db *store.DB, clock *deed.Clock) *deed.Gate {
	t.Helper()
	return GateWith(t, db, clock, seal.NewEpochKey())
}

// GateWith makes a gate with a given epoch key.
func GateWith(t testing.TB, db *store.DB, clock *deed.Clock, epoch []byte) *deed.Gate {
	t.Helper()
	g := BareGate(db, clock, epoch)
	t.Cleanup(g.Close)
	return g
}

// NewTown founds a LIVC R of a Flemish municipality and lets its people enrol, all through the gate.
func NewTown(t testing.TB, db *store.DB) *Town {
	t.Helper()
	return NewTownIn(t, db, livc.Flanders)
}

// NewTownIn founds a LIVC R in a region, as NewTown does.
func NewTownIn(t testing.TB, db *store.DB, region livc.Region) *Town {
	t.Helper()
	clock := deed.ClockFrom(func() time.Time { return Start })
	epoch := seal.NewEpochKey()
	w := &Town{T: t, DB: db, Region: region, Clock: clock, Gate: GateWith(t, db, clock, epoch), Epoch: epoch, Organisation: map[string]livc.ID{}, Masters: map[livc.ID][]byte{}}
	w.Support = &support.Service{Gate: w.Gate, Book: store.Support{}}
	w.Must(db.Install(t.Context(), "test", true, Start))
	w.found()
	return w
}

// Neighbour founds another LIVC R in the same installation, with people of its own.
func (w *Town) Neighbour() *Town {
	w.T.Helper()
	n := &Town{T: w.T, DB: w.DB, Region: w.Region, Clock: w.Clock, Gate: w.Gate, Epoch: w.Epoch, Support: w.Support, Let: w.Let, Organisation: map[string]livc.ID{}, Masters: map[livc.ID][]byte{}}
	n.found()
	return n
}

func (w *Town) found() {
	w.T.Helper()
	w.Livc = w.ID()
	f, err := w.Support.FoundLivc(w.Context(), w.Livc, support.Founding{Name: "LIVC R Demerrode", PoliceZone: "politiezone Demer",
		Municipalities: []support.NewMunicipality{{Name: "stad Demerrode", Region: w.Region}},
		Founder:        livc.NewContact("Stijn Wouters"), FounderMail: livc.NewContact("stijn@demerrode.example")})
	w.Must(err)
	w.Protocol = &protocol.Service{Gate: w.Gate, Book: store.Protocol{}, Network: store.Support{}}
	w.Must(w.Protocol.Begin(w.Context(), w.Livc))
	w.Municipality, w.Police = f.Municipalities[0], f.Police
	w.Founder = w.enrol(f.Founder, w.Municipality.Organisation, livc.Founder)
	w.people(w.Founder)
}

func (w *Town) people(founder deed.By) {
	town := w.Municipality.Organisation
	w.Mayor = w.Person(founder, town, livc.Mayor, "Karim Haddad")
	w.Must(w.Support.MintList(w.Context(), w.Mayor))
	w.Representative = w.Person(founder, town, livc.Representative, "Greet Aerts")
	w.Coordinator = w.Person(founder, town, livc.Coordinator, "Nele Baert")
	w.Must(w.Support.AppointForList(w.Context(), w.Mayor, w.Representative.Hat))
	w.Must(w.Support.AppointForList(w.Context(), w.Mayor, w.Coordinator.Hat))
	w.DPO = w.Person(founder, town, livc.DPO, "Bart Claes")
	w.Officer = w.Person(founder, w.Police, livc.Officer, "Sofie Maes")
	for name, category := range map[string]string{"CLB": "clb", "CAW": "caw", "OCMW": "ocmw"} {
		id, err := w.Support.AddPartner(w.Context(), founder, support.AddPartner{Name: name + " Demer", Category: category, Domain: "home"})
		w.Must(err)
		w.Organisation[name] = id
	}
	w.CLB = w.Person(founder, w.Organisation["CLB"], livc.Participant, "Lotte Claes")
	w.CAW = w.Person(founder, w.Organisation["CAW"], livc.Participant, "Ruben Jacobs")
	w.OCMW = w.Person(founder, w.Organisation["OCMW"], livc.Participant, "An Peeters")
}

// Person enters and enrols somebody; for the municipality's own people the founder confirms.
func (w *Town) Person(founder deed.By, organisation livc.ID, f livc.Function, name string) deed.By {
	w.T.Helper()
	hat, err := w.Support.EnterPerson(w.Context(), founder, support.EnterPerson{Organisation: organisation, Function: f,
		Name: livc.NewContact(name), Mail: livc.NewContact("post@" + string(f) + ".example"), SpeaksFor: "organisation",
		Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Mandate: support.Mandate{Text: "beslist voor de eigen dienst"}, Confirmed: true, ClearedUntil: "2028-01-01"})
	w.Must(err)
	by := w.enrol(hat, organisation, f)
	if organisation == founder.Controller {
		w.Must(w.Support.ConfirmPerson(w.Context(), founder, hat))
	}
	return by
}

func (w *Town) enrol(hat, organisation livc.ID, f livc.Function) deed.By {
	w.T.Helper()
	if w.Let == nil {
		return Enrol(w, hat, organisation, f, w.ID())
	}
	by := deed.By{Actor: livc.Actor{Livc: w.Livc, Hat: hat, Controller: organisation, Function: f}}
	by.Person, by.Keys = w.Let(w, hat, organisation, f)
	w.Must(w.Support.Enrol(w.Context(), w.Livc, hat, by.Person, by.Keys))
	return by
}

// Fresh makes keys for somebody without an account.
func (w *Town) Fresh(hat, organisation livc.ID) (person livc.ID, keys deed.Keys) {
	w.T.Helper()
	h, err := seal.NewMaster().Hat(w.Gate.Base(w.Livc), organisation, hat)
	w.Must(err)
	return w.ID(), KeysOf(h)
}

// Enrol lets a person, new or known, make the keys of a hat that was entered.
func Enrol(w *Town, hat, organisation livc.ID, f livc.Function, person livc.ID) deed.By {
	w.T.Helper()
	master := seal.NewMaster()
	w.Masters[hat] = master.Bytes()
	keys, err := master.Hat(w.Gate.Base(w.Livc), organisation, hat)
	w.Must(err)
	by := deed.By{Actor: livc.Actor{Livc: w.Livc, Person: person, Hat: hat, Controller: organisation, Function: f},
		Keys: KeysOf(keys)}
	w.Must(w.Support.Enrol(w.Context(), w.Livc, hat, by.Person, by.Keys))
	return by
}

// ID draws an id.
func (w *Town) ID() livc.ID {
	w.T.Helper()
	id, err := livc.NewID(rand.Reader)
	w.Must(err)
	return id
}

// Must fails the test on an error.
func (w *Town) Must(err error) {
	w.T.Helper()
	if err != nil {
		w.T.Fatal(err)
	}
}

// Log gives every entry of the town's log.
func (w *Town) Log() (list []audit.Entry) {
	w.T.Helper()
	for r, err := range w.DB.Leaves(w.Context(), w.Livc) {
		w.Must(err)
		e, err := audit.ParseEntry(r.Payload)
		w.Must(err)
		list = append(list, e)
	}
	return list
}

// Verify checks the whole log of the town.
func (w *Town) Verify() {
	w.T.Helper()
	head, err := w.DB.LogHead(w.Context(), w.Livc)
	w.Must(err)
	findings, err := audit.Verify(w.DB.LeavesUntil(w.Context(), w.Livc, head.Frontier.Size), head.Frontier, nil, head.Frontier.Size, nil)
	w.Must(err)
	if len(findings) > 0 {
		w.T.Fatalf("the log does not verify: %v", findings)
	}
}

// Drawer makes a drawer for a person, through the gate.
func Drawer(w *Town, by deed.By) (id livc.ID) {
	w.T.Helper()
	w.Must(w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), func(tx *deed.Tx) (err error) {
		id, err = tx.NewContainer(livc.DrawerContainer, by.Controller, "", by.Hat, "own", by.Hat)
		return err
	}))
	return id
}

// BareGate makes a gate without a test around it, for a program that is measured or killed.
func BareGate(db *store.DB, clock *deed.Clock, epoch []byte) *deed.Gate {
	ring, err := seal.NewRing(1, map[uint32][]byte{1: epoch})
	if err != nil {
		panic(err)
	}
	service, err := seal.NewService(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		panic(err)
	}
	return deed.New(deed.Parts{Store: db, Clock: clock, Rand: rand.Reader, Ring: ring, Service: service, Node: seal.NewNode(),
		Installation: "test", Practice: true})
}

// ReferralsOn does the deeds before the table over a gate.
func ReferralsOn(g *deed.Gate) *discussion.Referrals {
	return &discussion.Referrals{Gate: g, Book: store.Referrals{}}
}

// Home is the municipality as it stands now, with the containers of its mayor.
func (w *Town) Home() (m support.Municipality) {
	w.T.Helper()
	n, err := w.Support.Network(w.Context(), w.Coordinator)
	w.Must(err)
	return n.Municipalities[0]
}
