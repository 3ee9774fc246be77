package cli

import (
	"context"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/live"
	hall "beraad.eu/internal/practice"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/web"
	webclosing "beraad.eu/internal/web/closing"
	"beraad.eu/internal/web/contact"
	webdiscussion "beraad.eu/internal/web/discussion"
	"beraad.eu/internal/web/doors"
	webfollowup "beraad.eu/internal/web/followup"
	webinvitation "beraad.eu/internal/web/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/practice"
	webprocessing "beraad.eu/internal/web/processing"
	webprotocol "beraad.eu/internal/web/protocol"
	"beraad.eu/internal/web/signin"
	websupport "beraad.eu/internal/web/support"
	webtable "beraad.eu/internal/web/table"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/transfer"
	"beraad.eu/livc"
)

// House is an installation put together: everything a command can need.
type House struct {
	Config   Config
	Kind     store.Installation
	DB       *store.DB
	Clock    *deed.Clock
	Gate     *deed.Gate
	Door     *identity.Door
	People   *store.Identity
	Sessions store.Sessions
	Log      *slog.Logger
	Live     *live.Hub                   // who follows which meeting on this node
	Hall     practice.Hall               // only while a practice installation is served
	wake     func(context.Context) error // what a practice hall does first that was closed for some days
	Services

	metrics *metrics
	service []byte // of the service key, for what is derived from it
}

// step is what one step of the playbook brings: its pages, and what it says on the first page.
type step struct {
	routes []page.Route
	today  page.Today
}

// steps are the parts of the house in the order of the playbook. A new step is one line.
func (h *House) steps() []step {
	return []step{
		{routes: contact.Routes(h.People)},
		{routes: signin.Pages{Gate: h.Gate, Door: h.Door, Book: h.People, Support: h.Support}.Routes()},
		{websupport.Routes(h.Support), websupport.Today(h.Support)},
		{webprotocol.Routes(h.Protocol), webprotocol.Today(h.Protocol)},
		{webinvitation.Routes(h.Invitations, h.Processing), webinvitation.Today(h.Invitations)},
		{webdiscussion.RoutesBefore(h.Referrals, h.Config.Origin), webdiscussion.TodayBefore(h.Referrals)},
		{routes: webdiscussion.RoutesByLink(h.Referrals)},
		{routes: transfer.Routes(h.Referrals)},
		{webtable.Routes(h.Table, h.Live, h.Config.Origin), webtable.Today(h.Table)},
		{routes: webtable.Wall(h.Table, h.Live)},
		{webfollowup.Routes(h.Followup, h.Processing), webfollowup.Today(h.Followup)},
		{webprocessing.Routes(h.Processing), webprocessing.Today(h.Processing)},
		{routes: webclosing.Routes(h.Closing)},
		{routes: h.practice(), today: websupport.Reminders(h.Support)},
	}
}

// Services are the deeds of every step.
type Services struct {
	Support     *support.Service
	Protocol    *protocol.Service
	Invitations *invitation.Service
	Referrals   *discussion.Referrals
	Table       *discussion.Table
	Followup    *followup.Service
	Processing  *processing.Service
	Closing     *closing.Service
}

func (h *House) services() Services {
	forgets := &processing.Service{Gate: h.Gate, Book: store.Processing{}, Wipe: h.DB.Wipe}
	return Services{
		Support:     &support.Service{Gate: h.Gate, Book: store.Support{}, Inviter: doors.Inviter{Door: h.Door, Clock: h.Clock}},
		Protocol:    &protocol.Service{Gate: h.Gate, Book: store.Protocol{}, Network: store.Support{}},
		Invitations: &invitation.Service{Gate: h.Gate, Book: store.Invitation{}},
		Referrals:   &discussion.Referrals{Gate: h.Gate, Book: store.Referrals{}},
		Table:       &discussion.Table{Gate: h.Gate, Book: store.Table{}},
		Followup:    &followup.Service{Gate: h.Gate, Book: store.Followup{}},
		Processing:  forgets,
		Closing:     &closing.Service{Gate: h.Gate, Book: store.Closing{}, Processing: forgets},
	}
}

// Routes gives the pages of all steps, with the first page that says what waits.
func (h *House) Routes() (list []page.Route) {
	var says []page.Today
	for _, s := range h.steps() {
		list = append(list, s.routes...)
		if s.today != nil {
			says = append(says, s.today)
		}
	}
	return append(list, today.Routes(h.Support, says...)...)
}

// practice are the pages of the practice hall; a real installation does not have them (settled 26).
func (h *House) practice() []page.Route {
	if h.Hall == nil {
		return nil
	}
	return practice.Pages{Hall: h.Hall, Gate: h.Gate, Door: h.Door, Book: h.People}.Routes()
}

// hall is what practising asks of the house.
func (h *House) hall() hall.Hall { return hall.NewHall(h.DB, h.Gate, h.Clock, h.Door, h.People) }

// openHall opens the hall of a practice installation that was founded: its clock moves and its mail stays,
// and everybody has keys of his own. A real installation has no hall (settled 26).
func (h *House) openHall() {
	if !h.Kind.Practice {
		return
	}
	opened := hall.OpenFounded(h.hall(), h.outbox())
	h.Hall, h.wake = opened, opened.Wake
}

// Assemble puts the house together around an open database. Close it with House.Close.
func Assemble(c Config, db *store.DB, clock *deed.Clock, log *slog.Logger) (h *House, err error) {
	h = &House{Config: c, DB: db, Clock: clock, Log: log, Live: live.New(), Sessions: store.NewSessions(db)}
	if h.Kind, err = db.Installation(context.Background()); err != nil {
		return nil, fmt.Errorf("ask the database which installation it is: %w", err)
	}
	if h.Kind.Practice != c.Practice {
		return nil, errors.New("the database is of another kind than the configuration: practice and real never mix")
	}
	clock.SetOffset(h.Kind.Offset)
	h.metrics = newMetrics(h)
	if err := h.keys(); err != nil {
		return nil, err
	}
	h.Services = h.services()
	return h, nil
}

// keys reads the key files and makes what rests on them: the gate, and the door.
func (h *House) keys() error {
	ring, err := seal.LoadRing(h.Config.Keys)
	if err != nil {
		return err
	}
	node, err := seal.LoadNode(h.Config.Keys)
	if err != nil {
		return err
	}
	if h.service, err = seal.ReadKeyFile(filepath.Join(h.Config.Keys, seal.ServiceFile)); err != nil {
		return err
	}
	service, err := seal.NewService(h.service)
	if err != nil {
		return err
	}
	h.Gate = deed.New(deed.Parts{Store: h.DB, Clock: h.Clock, Rand: rand.Reader, Ring: ring, Service: service, Node: node,
		Installation: h.Kind.ID, Practice: h.Kind.Practice, Watch: h.metrics.batched})
	base := h.Gate.Base(livc.Installation)
	h.People = store.NewIdentity(h.DB, service, base)
	set := identity.Setting{Base: base, Ring: ring, ServiceKey: h.service, Origin: h.Config.Origin, Cores: runtime.NumCPU(), Argon: seal.DefaultParams()}
	if h.Kind.Practice {
		set.PracticeFolder = filepath.Join(h.Config.Data, "practice")
	}
	h.Door, err = identity.NewDoor(set, h.People, h.Sessions, h.Sessions)
	return err
}

// Server gives the pages of all steps.
func (h *House) Server() (*web.Server, error) {
	public, err := hkdf.Key(sha256.New, h.service, nil, "beraad/1 public forms "+h.Kind.ID, sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("derive the key of public forms: %w", err)
	}
	proxies, err := h.Config.proxies()
	if err != nil {
		return nil, err
	}
	c := web.Config{Doors: doors.Doors{Door: h.Door, Book: h.People}, Clock: h.Clock, Log: h.Log, Menu: web.Menu, Origin: h.Config.Origin,
		Practice: h.Kind.Practice, Roles: h.Hall != nil && h.Hall.Cast().Played(), Ready: h.ready, PublicKey: public, Routes: h.Routes(), Remote: web.Proxies(proxies).Remote,
		Answered: h.metrics.answered}
	return web.New(c), nil
}

// ready tells whether the log can be written: a node that cannot record shows nothing (settled 34).
func (h *House) ready(ctx context.Context) error {
	return h.DB.Try(ctx)
}

// Close says goodbye to screens, lets the last deeds end and closes the database.
func (h *House) Close() error {
	h.Live.Close()
	h.Gate.Close()
	return h.DB.Close()
}
