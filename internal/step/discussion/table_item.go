package discussion

import (
	"time"

	"beraad.eu/livc"
)

// TableItem is one point of the agenda as the table works through it; each is a sitting of its own.
// Dutch: agendapunt aan tafel.
type TableItem struct {
	ID, Meeting, Case livc.ID
	Place             int
	Kind              string
	Minutes           int
	State             livc.ItemState
	Phase             Phase
	ClearedPolice     livc.Day // last day of the clearance with which the police seat was filled
	FirstSpeaker      livc.ID
	Opened, Closed    time.Time

	Stops                        []string // the fixed questions that were asked
	Guide                        string   // stem of the guiding question on the screen
	AskedProtects, AskedConcerns bool
	Outcome                      livc.Outcome
	Agreement                    Agreement
	DissentTheme                 DissentTheme
	EnoughSignals, RightTable    bool
	Proportion                   []Known
	ChildAnswers                 []string // the questions about a child that were talked about
	Substantive                  bool
	Informing                    InformingChoice
	InformingBy                  livc.ID
	InformingResult              InformingResult
	NextReview                   livc.Day
	ReportRecord                 livc.ID
	ReportHash                   []byte
	Reported                     time.Time
	Feedback                     string // "", none or sheet
	FromPaper                    bool
	Mode                         livc.TableMode // in which way this item sits; modes can change between items
	Room                         livc.ID        // container of what is shared while it is open; "" without screens
	PhaseAt, Silent              time.Time      // when the phase began; when the quiet before the weighing began
	Revision                     int
}

// OfCase tells whether the item is about a case.
func (i TableItem) OfCase() bool { return i.Case != "" }

// Frozen tells whether the report was agreed: then nothing that stands in it changes any more.
func (i TableItem) Frozen() bool { return !i.Reported.IsZero() }

// working refuses work on an item that is not at the table now. An item from paper is worked on until
// the chair has attested it.
func (i TableItem) working() error {
	if i.State == livc.ItemOpen || i.FromPaper && i.State == livc.ItemPlanned {
		return nil
	}
	return livc.Conflict("conflict.item_not_open")
}

// deciding refuses to change what the agreed report says.
func (i TableItem) deciding() error {
	if err := i.working(); err != nil {
		return err
	}
	if i.Frozen() {
		return livc.Conflict("conflict.report_agreed")
	}
	return nil
}

// Phase is where the talk about an item stands, 0 to 9. Dutch: fase.
type Phase int

// The phases of an item, in the order of the talk (product 4.4).
const (
	PhaseChange   Phase = iota // wissel
	PhaseQuestion              // waarover gaat het
	PhaseProtects              // wat gaat goed
	PhaseConcerns              // wat baart zorgen
	PhaseUnknown               // wat weten we niet
	PhaseOther                 // andere verklaring, en de drie vaste vragen
	PhaseWeighing              // weging
	PhaseActions               // afspraken
	PhaseFeedback              // terugkoppeling
	PhaseReport                // verslag
)

// Presence is one stay of somebody inside an item. Dutch: aanwezigheid bij een agendapunt.
type Presence struct {
	Attendee, Hat livc.ID
	Entered, Left time.Time
	AdmittedBy    livc.ID // on whose spoken word
}

// Inside tells whether the stay goes on.
func (p Presence) Inside() bool { return p.Left.IsZero() }

// inside gives the attendees who are inside now.
func inside(list []Presence) (ids []livc.ID) {
	for _, p := range list {
		if p.Inside() {
			ids = append(ids, p.Attendee)
		}
	}
	return ids
}

// ever gives everybody who was inside at any moment: the circle of the law (X-L-h).
func ever(list []Presence) (ids []livc.ID) {
	seen := map[livc.ID]bool{}
	for _, p := range list {
		if !seen[p.Attendee] {
			seen[p.Attendee] = true
			ids = append(ids, p.Attendee)
		}
	}
	return ids
}
