package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// CloseItem is the input of the use case of that name, on the chair's spoken word.
type CloseItem struct {
	Item livc.ID
	// Substantive says that the chair recorded a real discussion with a decision: only then the year of
	// the clock begins anew (R6.2-m).
	Substantive bool
	Postponed   bool // not decided: back on a later agenda
}

// CloseItem ends a talk: nobody is inside any more. A real discussion restarts the clock of the case,
// and everybody who may keep an own dossier is asked later what to register, nothing by default
// (R6.2-l, R6.2-m, R6.2-b, R2.5.2-b).
func (t *Table) CloseItem(ctx context.Context, by deed.By, in CloseItem) error {
	return t.Gate.Do(ctx, by, access.CloseItem, ofItem(in.Item), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if a.Item.State != livc.ItemOpen && a.Item.State != livc.ItemSuspended {
			return livc.Conflict("conflict.item_not_open")
		}
		if a.Item.Outcome != "" && !a.Item.Frozen() {
			return livc.Denied("denied.report_first", law.ReportNoNames)
		}
		if err := a.keepsDoor(tx); err != nil {
			return err
		}
		if err := mayClose(a, in); err != nil {
			return err
		}
		tx.Made(in.Item)
		if err := t.closes(ctx, tx, &a, in.Substantive, tx.Today); err != nil {
			return err
		}
		return t.hang(ctx, tx, in.Item)
	})
}

func mayClose(a atTable, in CloseItem) error {
	var f livc.Faults
	f.Check(!in.Substantive || a.Item.Outcome != "", "substantive", "close_item.no_decision", law.RetentionYear)
	f.Check(a.Item.Outcome != "" || in.Postponed, "postponed", "close_item.decide_or_postpone")
	f.Check(!followsWithoutPath(a), "substantive", "close_item.path", law.ManagerAlone)
	return f.Err()
}

// followsWithoutPath tells whether follow-up was decided and nobody was named (R5.1-a, R7.1-b).
func followsWithoutPath(a atTable) bool {
	return a.Item.Outcome == livc.OutcomeFollowUp && a.Case.Review == ""
}

// closes does what closing means, on the day of the sitting.
func (t *Table) closes(ctx context.Context, tx *deed.Tx, a *atTable, substantive bool, on livc.Day) error {
	open := a.Item.FromPaper
	a.Item.Substantive, a.Item.State, a.Item.Closed = substantive, livc.ItemClosed, tx.At
	if a.Item.Outcome == "" {
		a.Item.State = livc.ItemPostponed
	}
	if err := t.endSheets(ctx, tx, a); err != nil {
		return err
	}
	if err := t.endStays(ctx, tx, a); err != nil {
		return err
	}
	if err := t.forgetQuestions(ctx, tx, *a); err != nil {
		return err
	}
	_, settings, err := t.Book.InForce(ctx, tx)
	if err != nil {
		return err
	}
	if err := t.offers(ctx, tx, a, settings.OfferDays, on); err != nil {
		return err
	}
	if err := t.endRoom(ctx, tx, a, "closed"); err != nil {
		return err
	}
	if err := t.endAcquaintances(ctx, tx, a.Sitting.ID, a.Item.ID); err != nil {
		return err
	}
	if err := t.endGuests(ctx, tx, a.Item); err != nil {
		return err
	}
	if err := t.Book.SetTableItem(ctx, tx, a.Item); err != nil {
		return err
	}
	discussed := law.Discussion{On: on, ItemOpenedInSitting: open || !a.Item.Opened.IsZero(),
		OrganisationsInside: len(organisations(*a)), SubstantiveWithDecision: substantive && a.Item.Outcome != "",
		LookBackInAftercare: a.Case.State == livc.CaseAftercare}
	a.Case.discussed(discussed, settings.RetentionMonths, *a)
	return t.Book.SetTableCase(ctx, tx, a.Case)
}

// discussed moves the clock of a case, and its state when a decision was taken.
func (c *Case) discussed(d law.Discussion, months int, a atTable) {
	clock := law.Clock{FirstDiscussed: c.FirstDiscussed, LastDiscussed: c.LastDiscussed, Restarts: c.Restarts}.Discussed(d)
	c.FirstDiscussed, c.LastDiscussed, c.Restarts = clock.FirstDiscussed, clock.LastDiscussed, clock.Restarts
	if law.Restarts(d) {
		c.Due = clock.End()
		if months > 0 {
			c.Due = min(c.Due, c.LastDiscussed.Add(0, months, 0))
		}
	}
	switch {
	case !c.State.Open(): // closed during this item: it stays so
	case a.Item.Outcome == livc.OutcomeFollowUp:
		c.State = livc.CaseFollowed
	case c.State == livc.CaseListed && a.Item.Outcome != "":
		c.State = livc.CaseDiscussed
	}
	if a.Item.NextReview != "" {
		c.Review = a.Item.NextReview
	}
}

// organisations counts the services that were inside.
func organisations(a atTable) map[livc.ID]bool {
	m := map[livc.ID]bool{}
	for _, p := range only(a.People, ever(a.Stays)) {
		m[p.Organisation] = true
	}
	return m
}

// endSheets ends a sheet that was not agreed in the sitting (R6.1-f).
func (t *Table) endSheets(ctx context.Context, tx *deed.Tx, a *atTable) error {
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.open() {
			if err := t.falls(ctx, tx, *a, s, SheetVoid); err != nil {
				return err
			}
			a.Item.Feedback = "none"
		}
	}
	if a.Item.Feedback == "" {
		a.Item.Feedback = "none"
	}
	return nil
}

// forgetQuestions lets the questions to partners die with the item where there is no casusblad: the
// agenda has had its use of them (X-L-l).
func (t *Table) forgetQuestions(ctx context.Context, tx *deed.Tx, a atTable) error {
	if !a.Case.AgendaOnly {
		return nil
	}
	asked, err := t.Book.Questioned(ctx, tx, a.Sitting.ID, a.Case.ID)
	if err != nil {
		return err
	}
	for _, id := range asked {
		if err := tx.Forget(a.Case.Sheet, id); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) endStays(ctx context.Context, tx *deed.Tx, a *atTable) error {
	for i, s := range a.Stays {
		if !s.Inside() {
			continue
		}
		a.Stays[i].Left = tx.At
		if err := t.Book.PutPresence(ctx, tx, a.Item.ID, a.Stays[i]); err != nil {
			return err
		}
	}
	return nil
}

// offers asks everybody with an account and a framework what to register; the police keep their own
// systems (R6.2-a, R6.2-c). What was shared on screens goes along as a copy, as far as its contributor
// allows.
func (t *Table) offers(ctx context.Context, tx *deed.Tx, a *atTable, days int, on livc.Day) error {
	if days == 0 || a.Item.State != livc.ItemClosed {
		return nil
	}
	facts, texts, err := t.shared(ctx, tx, a)
	if err != nil {
		return err
	}
	until := law.OfferEnd(law.Terms{OfferDays: days}, max(on, tx.Today))
	for _, p := range only(a.People, ever(a.Stays)) {
		if !p.Lasts() || p.framework(on).MayKeepDossier() != nil {
			continue
		}
		note, err := t.offerTexts(ctx, tx, a, p, facts, texts)
		if err != nil {
			return err
		}
		if err := t.Book.InsertOffer(ctx, tx, PersonalOffer{Item: a.Item.ID, Hat: p.Hat, Case: a.Case.ID, Note: note, Until: until}); err != nil {
			return err
		}
	}
	return nil
}

// PersonalOffer asks one hat what to register after an item; Note is the container of what may be copied.
// Dutch: persoonlijk aanbod aan de tafel.
type PersonalOffer struct {
	Item, Hat, Case, Note livc.ID
	Until                 livc.Day
}

// shared gives what was shared in the room, opened in the session of who closes it.
func (t *Table) shared(ctx context.Context, tx *deed.Tx, a *atTable) ([]SharedFact, map[livc.ID]FactText, error) {
	if !a.Item.InRoom() {
		return nil, nil, nil
	}
	facts, err := t.Book.FactsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return nil, nil, err
	}
	texts, err := t.factTexts(tx, a.Item.Room, facts)
	return facts, texts, err
}
