package invitation

import (
	"context"
	"slices"
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// paper is one sheet of the pack.
type paper string

// The papers of an evening without a screen, in the order in which they are used (D10).
const (
	letterPaper     paper = "letter"
	agendaPaper     paper = "agenda"
	attendancePaper paper = "attendance"
	secrecyPaper    paper = "secrecy"
	hybridPaper     paper = "hybrid" // of a meeting at which some sit elsewhere
	weighingPaper   paper = "weighing"
	decisionPaper   paper = "decision"
	actionPaper     paper = "action"
	feedbackPaper   paper = "feedback"
)

// pack is the usual pack; letters are printed apart, when they are sent.
var pack = []paper{agendaPaper, attendancePaper, secrecyPaper, weighingPaper, decisionPaper, actionPaper, feedbackPaper}

// packOf is the pack of one meeting: what is asked of who sits elsewhere is read after the secrecy.
func packOf(m invitation.Meeting) []paper {
	if !m.Hybrid {
		return pack
	}
	return slices.Insert(slices.Clone(pack), slices.Index(pack, secrecyPaper)+1, hybridPaper)
}

// papersPage chooses what to print.
type papersPage struct {
	Title, Lead, Action string
	Tabs                []ui.Link
	Choices             []ui.Choice
	Chosen              []string
	Copies              string
}

func (p Pages) papers(r *page.Request) error {
	got, err := ids(r, "meeting")
	if err != nil {
		return err
	}
	b, err := p.Service.Pack(r.Context(), r.By(), got[0])
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := papersPage{Title: i18n.T(ctx, "print_pack.title"), Lead: when(ctx, b.Meeting), Action: meetingAddress(got[0]) + "/print", Tabs: tabs(ctx, b.Meeting, 2),
		Copies: strconv.Itoa(max(1, len(b.Expected)))}
	usual := packOf(b.Meeting)
	for _, k := range append(slices.Clone(usual), letterPaper) {
		v.Choices = append(v.Choices, ui.Choice{Value: string(k), Label: i18n.Enum(ctx, "paper", k)})
	}
	for _, k := range usual {
		v.Chosen = append(v.Chosen, string(k))
	}
	return r.Show(v.Title, papersView(v, page.Help(r, "p-agenda-order", "sw-458ter-1")))
}

// printPage is the pack itself: codes and roles, never a name of somebody discussed, never an address.
type printPage struct {
	Paper   ui.Paper
	Which   []paper
	Agenda  []ui.AgendaLine
	Roles   []string
	Secrecy []string
	Points  []invitation.Point // about a case
	Cases   []string           // their codes
	Copies  int
	Letters []letterLines
}

// letterLines is the letter for somebody without an account.
type letterLines struct{ Name, Organisation, Addressee, When, Hour, Place, Contact string }

// maxCopies is the largest number of copies on the foot of a sheet.
const maxCopies = 60

func (p Pages) print(r *page.Request) error {
	got, err := ids(r, "meeting")
	if err != nil {
		return err
	}
	b, err := p.Service.Pack(r.Context(), r.By(), got[0])
	if err != nil {
		return err
	}
	ctx := r.Context()
	f := r.Frame
	f.Title = i18n.T(ctx, "print_pack.paper_title")
	copies, _ := strconv.Atoi(r.URL.Query().Get("copies")) // no number: none is printed
	v := printPage{Paper: ui.Paper{Frame: f, Sub: when(ctx, b.Meeting) + " · " + b.Meeting.Place, Back: papersAddress(got[0])},
		Roles: roles(ctx, b), Copies: min(max(copies, 0), maxCopies)}
	for _, k := range append([]paper{letterPaper}, packOf(b.Meeting)...) {
		if slices.Contains(r.URL.Query()["paper"], string(k)) {
			v.Which = append(v.Which, k)
		}
	}
	for _, d := range law.OpeningTexts() {
		v.Secrecy = append(v.Secrecy, i18n.T(ctx, d.Key))
	}
	for _, pt := range b.Points {
		v.Agenda = append(v.Agenda, agendaLine(ctx, b, pt))
		if pt.Code != "" {
			v.Points, v.Cases = append(v.Points, pt), append(v.Cases, pt.Code)
		}
	}
	v.Letters = letters(ctx, b)
	return r.Print(printView(v))
}

func agendaLine(ctx context.Context, b invitation.Board, p invitation.Point) ui.AgendaLine {
	text := p.Code
	if text == "" {
		text = pointText(ctx, p)
	}
	line := ui.AgendaLine{Number: p.Number, Clock: p.Clock, Text: text, Minutes: i18n.T(ctx, "agenda.minutes_short", "Count", p.Minutes)}
	for n, name := range asked(b, p.Case) {
		if n > 0 {
			line.Inside += ", "
		}
		line.Inside += name
	}
	return line
}

// emptyRows are for who stands in, or is invited on the spot.
const emptyRows = 4

// roles lists the seats, and each organisation that comes or may still come: no person's name lies on
// the table.
func roles(ctx context.Context, b invitation.Board) (list []string) {
	for _, e := range b.InOrder() {
		if e.Seat == invitation.ParticipantSeat || e.Seat == invitation.AdHocSeat {
			list = append(list, b.Organisation(e.Hat))
			continue
		}
		list = append(list, i18n.Enum(ctx, "function", b.People[e.Hat].Function))
	}
	for _, i := range b.Invitations {
		if name := b.Organisation(i.Hat); i.State.Open() && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return append(list, make([]string, emptyRows)...)
}

// letters are for who was invited and has no account: date, hour, place and an answer strip (R3.0-b).
func letters(ctx context.Context, b invitation.Board) (list []letterLines) {
	for _, i := range b.Invitations {
		who := b.People[i.Hat]
		if i.State != invitation.Sent || who.HasAccount() {
			continue
		}
		o := b.Partners[who.Organisation]
		l := letterLines{Name: who.Name.Reveal(), Organisation: o.Name, When: i18n.Day(ctx, b.Meeting.Day), Hour: hour(ctx, b.Meeting.Clock), Place: b.Meeting.Place,
			Contact: contact(b.Contact())}
		if a := law.AddresseeOf(o.Regime, law.Category(o.Category)); a != law.ToParticipant {
			l.Addressee = i18n.Enum(ctx, "addressee", a)
		}
		if p, ok := b.Point(i.Case); ok {
			l.Hour = hour(ctx, p.Clock)
		}
		list = append(list, l)
	}
	return list
}

// slip makes a slip with empty lines, one for each key.
func slip(ctx context.Context, title string, keys ...string) ui.Slip {
	s := ui.Slip{Title: title}
	for _, k := range keys {
		s.Lines = append(s.Lines, ui.SlipLine{Term: i18n.T(ctx, k)})
	}
	return s
}

// actionSlips hold two slips for each case.
func actionSlips(ctx context.Context, codes []string) (list []ui.Slip) {
	for _, code := range codes {
		s := slip(ctx, i18n.T(ctx, "print_pack.action", "Code", code), "print_pack.what", "print_pack.goal", "print_pack.who", "print_pack.due",
			"print_pack.needed", "print_pack.harm", "print_pack.source", "print_pack.yes")
		list = append(list, s, s)
	}
	return list
}

// feedbackSlips hold one sheet for each case; nothing goes to the LTF without everybody's yes.
func feedbackSlips(ctx context.Context, codes []string) (list []ui.Slip) {
	for _, code := range codes {
		list = append(list, slip(ctx, i18n.T(ctx, "print_pack.feedback", "Code", code), "print_pack.nothing", "print_pack.goes_well", "print_pack.worries",
			"print_pack.evaluation", "print_pack.no_secret", "print_pack.everybody"))
	}
	return list
}
