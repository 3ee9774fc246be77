package invitation_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// question is planted where only the casusblad and the personal note may hold it.
const question = "Hoe gaat het op school met hem?"

// invite proposes somebody for a case and lets the mayor send it.
func invite(w *storetest.Town, meeting, c, hat livc.ID) livc.ID {
	w.T.Helper()
	id := propose(w, meeting, c, hat)
	_, err := w.Invitations().SendInvitations(w.Context(), w.Mayor, meeting, c)
	w.Must(err)
	return id
}

func propose(w *storetest.Town, meeting, c, hat livc.ID) livc.ID {
	w.T.Helper()
	id, err := w.Invitations().ChooseParticipants(w.Context(), w.Coordinator, choice(meeting, c, hat))
	w.Must(err)
	return id
}

func choice(meeting, c, hat livc.ID) invitation.ChooseParticipants {
	return invitation.ChooseParticipants{Meeting: meeting, Case: c, Hat: hat, Asked: invitation.Asked{Question: livc.NewSecret(question)}}
}

// mails reads the outbox of the town: which template for whom.
func mails(w *storetest.Town) map[livc.ID][]string {
	w.T.Helper()
	found := map[livc.ID][]string{}
	list, err := w.DB.MailWaiting(w.Context(), w.Livc)
	w.Must(err)
	for _, m := range list {
		found[m.Hat] = append(found[m.Hat], m.Template)
	}
	return found
}

// partner enters a person without an account for an organisation of some kind.
func partner(w *storetest.Town, category string) livc.ID {
	w.T.Helper()
	o, err := w.Support.AddPartner(w.Context(), w.Coordinator, support.AddPartner{Name: "dienst " + category, Category: category, Domain: "home"})
	w.Must(err)
	hat, err := w.Support.EnterPerson(w.Context(), w.Coordinator, support.EnterPerson{Organisation: o, Function: livc.Participant,
		Name: livc.NewContact("Mia Dubois"), SpeaksFor: "organisation", Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Mandate: support.Mandate{Text: "eigen dienst"}, Confirmed: true})
	w.Must(err)
	return hat
}

// proves R3.0-a, R0.3-b, X-L-e, R2.3-d, R2.3-e
func TestChooseParticipants(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)
		choose := func(by deed.By, change func(*invitation.ChooseParticipants)) error {
			in := choice(m, c, w.CLB.Hat)
			change(&in)
			_, err := s.ChooseParticipants(t.Context(), by, in)
			return err
		}
		t.Run("each partner is asked one question", func(t *testing.T) {
			refused(t, "no question", choose(w.Coordinator, func(i *invitation.ChooseParticipants) { i.Asked = invitation.Asked{} }), livc.InvalidKind)
			w.Must(choose(w.Coordinator, func(*invitation.ChooseParticipants) {}))
			n, err := s.WhoIsNeeded(t.Context(), w.Coordinator, m, c)
			w.Must(err)
			i, ok := n.Chose(w.CLB.Hat)
			if !ok || i.State != invitation.Proposed || n.Asked[i.ID].Question.Reveal() != question {
				t.Errorf("chosen: %v %v", ok, i.State)
			}
			if len(n.Chosen) != 1 {
				t.Error("somebody was suggested")
			}
		})
		t.Run("nobody invites himself, and a participant does not know the page", func(t *testing.T) {
			refused(t, "himself", choose(w.CLB, func(*invitation.ChooseParticipants) {}), livc.NotFoundKind)
			refused(t, "the officer", choose(w.Officer, func(*invitation.ChooseParticipants) {}), livc.NotFoundKind)
			_, err := s.WhoIsNeeded(t.Context(), w.CLB, m, c)
			refused(t, "the page", err, livc.NotFoundKind)
		})
		t.Run("the DPO is no participant", func(t *testing.T) {
			refused(t, "the DPO", choose(w.Coordinator, func(i *invitation.ChooseParticipants) { i.Hat = w.DPO.Hat }), livc.NotFoundKind)
		})
		t.Run("a case that is not on this agenda is not known here", func(t *testing.T) {
			other := storetest.PlannedMeeting(w)
			refused(t, "elsewhere", choose(w.Coordinator, func(i *invitation.ChooseParticipants) { i.Meeting = other }), livc.NotFoundKind)
		})
		t.Run("a representative comes for the holder of a secret of the same organisation", func(t *testing.T) {
			refused(t, "another organisation", choose(w.Coordinator, func(i *invitation.ChooseParticipants) { i.Holder = w.CAW.Hat }), livc.DeniedKind)
			colleague := w.Person(w.Founder, w.Organisation["CLB"], livc.Participant, "Hanne Smet")
			w.Must(choose(w.Coordinator, func(i *invitation.ChooseParticipants) { i.Holder = colleague.Hat }))
		})
		t.Run("a proposal can be taken back before it is sent", func(t *testing.T) {
			id := propose(w, m, c, w.CAW.Hat)
			w.Must(s.DropParticipant(t.Context(), w.Coordinator, m, c, id))
			refused(t, "twice", s.DropParticipant(t.Context(), w.Coordinator, m, c, id), livc.NotFoundKind)
		})
		w.Verify()
	})
}

// proves R3.0-a, R1.3-b, X-F-b, X-F-d, X-F-e
func TestSendInvitations(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)

		t.Run("TestInvariant4_only the mayor or the representative sends", func(t *testing.T) {
			propose(w, m, c, w.CLB.Hat)
			for name, by := range map[string]deed.By{"coordinator": w.Coordinator, "participant": w.CLB, "officer": w.Officer} {
				_, err := s.SendInvitations(t.Context(), by, m, c)
				refused(t, name, err, livc.NotFoundKind)
			}
			n, err := s.SendInvitations(t.Context(), w.Representative, m, c)
			w.Must(err)
			if n != 1 {
				t.Errorf("%d left", n)
			}
			_, err = s.SendInvitations(t.Context(), w.Mayor, m, c)
			refused(t, "nobody left to invite", err, livc.InvalidKind)
		})
		t.Run("the message outside is a template for a hat, and nothing else", func(t *testing.T) {
			if got := mails(w); len(got) != 1 || len(got[w.CLB.Hat]) != 1 || got[w.CLB.Hat][0] != "invitation" {
				t.Errorf("outbox: %v", got)
			}
		})
		t.Run("TestInvariant21_the French Community is invited 14 days before, or with a reason why it is urgent", func(t *testing.T) {
			hat := partner(w, "fwb_pms")
			w.Days(10) // 11 days are left
			_, err := s.ChooseParticipants(t.Context(), w.Coordinator, choice(m, c, hat))
			refused(t, "11 days before", err, livc.InvalidKind)
			in := choice(m, c, hat)
			in.Asked.Urgency = livc.NewSecret("Hij vertrekt volgende week.")
			_, err = s.ChooseParticipants(t.Context(), w.Coordinator, in)
			w.Must(err)
			_, err = s.SendInvitations(t.Context(), w.Mayor, m, c)
			w.Must(err)
			if len(mails(w)[hat]) != 0 {
				t.Error("who has no account got a message; a letter goes")
			}
		})
		t.Run("what was early enough when chosen and late when sent is refused", func(t *testing.T) {
			late := storetest.PlannedMeeting(w, c)
			in := choice(late, c, partner(w, "fwb_aide_jeunesse"))
			_, err := s.ChooseParticipants(t.Context(), w.Coordinator, in)
			w.Must(err)
			w.Days(8)
			_, err = s.SendInvitations(t.Context(), w.Mayor, late, c)
			refused(t, "13 days before", err, livc.InvalidKind)
		})
		w.Verify()
	})
}

// proves R0.1-d, R2.3.2-c
func TestReadInvitation(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)
		id := invite(w, m, c, w.CLB.Hat)

		t.Run("TestInvariant5_before the secrecy text only day, hour and place show", func(t *testing.T) {
			l, err := s.Invitation(t.Context(), w.CLB, id)
			w.Must(err)
			if l.SecrecyRead() || l.Named || !l.Told.Question.Empty() || l.Clock != "14:13" || l.Ages != "" || len(l.Others) > 0 {
				t.Errorf("it shows %+v", l)
			}
			err = s.AnswerInvitation(t.Context(), w.CLB, invitation.AnswerInvitation{Invitation: id, Reply: law.Comes})
			refused(t, "an answer before the text", err, livc.DeniedKind)
		})
		t.Run("after it, question and name show, before answering", func(t *testing.T) {
			w.Must(s.ReadSecrecy(t.Context(), w.CLB, id))
			w.CLB.Keys.(*storetest.Keys).Forget()
			l, err := s.Invitation(t.Context(), w.CLB, id)
			w.Must(err)
			if l.Told.Question.Reveal() != question || l.Told.First.Reveal() != "Milan" || l.Told.Last.Reveal() != "Verbeke" {
				t.Error("question or name is missing")
			}
		})
		t.Run("nobody else reads it: not a colleague at the table, not the coordinator", func(t *testing.T) {
			for _, by := range []deed.By{w.CAW, w.Coordinator, w.Mayor, w.Officer} {
				_, err := s.Invitation(t.Context(), by, id)
				refused(t, string(by.Function), err, livc.NotFoundKind)
				refused(t, "secrecy", s.ReadSecrecy(t.Context(), by, id), livc.NotFoundKind)
			}
		})
		t.Run("a proposal is not known to the one who may be asked", func(t *testing.T) {
			p := propose(w, m, c, w.CAW.Hat)
			_, err := s.Invitation(t.Context(), w.CAW, p)
			refused(t, "a proposal", err, livc.NotFoundKind)
			_, err = s.Meeting(t.Context(), w.CAW, m)
			refused(t, "its meeting", err, livc.NotFoundKind)
		})
		t.Run("an invited person sees the own hour and no code", func(t *testing.T) {
			b, err := s.Meeting(t.Context(), w.CLB, m)
			w.Must(err)
			if b.Desk || len(b.Points) != 1 || b.Points[0].Code != "" || len(b.Expected) != 0 || len(b.People) != 0 {
				t.Errorf("it shows %+v", b)
			}
		})
		t.Run("the personal note dies the day after the meeting", func(t *testing.T) {
			w.Days(22)
			w.Must(s.RunClocks(t.Context(), w.Livc))
			l, err := s.Invitation(t.Context(), w.CLB, id)
			w.Must(err)
			if l.Named || l.Invitation.Note != "" {
				t.Error("the note is still there")
			}
		})
		w.Verify()
	})
}

// proves R3.0-b, R3.0-c, R3.0-d, R3.0-e, R0.3-c
func TestAnswerInvitation(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)
		id := invite(w, m, c, w.CLB.Hat)
		w.Must(s.ReadSecrecy(t.Context(), w.CLB, id))
		answer := func(r law.Reply, why string) error {
			return s.AnswerInvitation(t.Context(), w.CLB, invitation.AnswerInvitation{Invitation: id, Reply: r, Reason: livc.NewSecret(why)})
		}
		comes := func() bool {
			b, err := s.Answers(t.Context(), w.Coordinator, m)
			w.Must(err)
			for _, e := range b.Expected {
				if e.Hat == w.CLB.Hat {
					return e.Seat == invitation.ParticipantSeat
				}
			}
			return false
		}
		t.Run("who wants to call first can still come", func(t *testing.T) {
			w.Must(answer(law.CallsFirst, ""))
			if comes() {
				t.Error("expected too early")
			}
			w.Must(answer(law.Comes, ""))
			if !comes() {
				t.Error("not expected")
			}
		})
		t.Run("who does not come says why, to the chair's office and nobody else", func(t *testing.T) {
			refused(t, "no reason", answer(law.DoesNotCome, ""), livc.InvalidKind)
			w.Must(answer(law.DoesNotCome, "We kennen hem niet."))
			if comes() {
				t.Error("still expected")
			}
			for _, by := range []deed.By{w.Mayor, w.Representative, w.Coordinator} {
				by.Keys.(*storetest.Keys).Forget()
				r, err := s.Answer(t.Context(), by, m, id)
				w.Must(err)
				if !r.MaySee || r.Motive.Reason.Reveal() != "We kennen hem niet." {
					t.Errorf("the %s does not read it", by.Function)
				}
			}
			for _, by := range []deed.By{w.Officer, w.CAW, w.CLB, w.DPO} {
				_, err := s.Answer(t.Context(), by, m, id)
				refused(t, string(by.Function), err, livc.NotFoundKind)
			}
		})
		t.Run("after a no there is no second question, no message and no name left", func(t *testing.T) {
			refused(t, "again", answer(law.Comes, ""), livc.ConflictKind)
			_, err := s.ChooseParticipants(t.Context(), w.Coordinator, choice(m, c, w.CLB.Hat))
			refused(t, "asked again", err, livc.ConflictKind)
			if got := mails(w)[w.CLB.Hat]; len(got) != 1 {
				t.Errorf("messages: %v", got)
			}
			l, err := s.Invitation(t.Context(), w.CLB, id)
			w.Must(err)
			if l.Named || l.Invitation.Note != "" {
				t.Error("the note outlives the no")
			}
		})
		t.Run("the chair notes the day of the talk; the motive goes 30 days later", func(t *testing.T) {
			refused(t, "the coordinator", s.NoteRefusalTalk(t.Context(), w.Coordinator, id, "2026-11-24"), livc.NotFoundKind)
			refused(t, "tomorrow", s.NoteRefusalTalk(t.Context(), w.Mayor, id, "2026-11-25"), livc.InvalidKind)
			w.Must(s.NoteRefusalTalk(t.Context(), w.Mayor, id, "2026-11-24"))
			w.Days(29)
			w.Must(s.RunClocks(t.Context(), w.Livc))
			r, err := s.Answer(t.Context(), w.Mayor, m, id)
			w.Must(err)
			if !r.MaySee {
				t.Error("gone after 29 days")
			}
			w.Days(1)
			w.Must(s.RunClocks(t.Context(), w.Livc))
			r, err = s.Answer(t.Context(), w.Mayor, m, id)
			w.Must(err)
			if r.MaySee || r.Invitation.Motive != "" {
				t.Error("still there after 30 days")
			}
		})
		w.Verify()
	})
}

// proves R2.3.6-a, R2.3.6-b, R2.5.4-a, R2.5.4-b, R3.0-d, R4.1.2-c
func TestRecordSpoken(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s, c := w.Invitations(), storetest.ListedCase(w).ID
		m := storetest.PlannedMeeting(w, c)
		guest := partner(w, "vdab")
		in := choice(m, c, guest)
		in.AdHoc = true
		id, err := s.ChooseParticipants(t.Context(), w.Coordinator, in)
		w.Must(err)
		holder := w.Person(w.Founder, w.Organisation["CAW"], livc.Participant, "Hanne Smet")
		in = choice(m, c, w.CAW.Hat)
		in.Holder = holder.Hat
		mandate, err := s.ChooseParticipants(t.Context(), w.Coordinator, in)
		w.Must(err)
		_, err = s.SendInvitations(t.Context(), w.Mayor, m, c)
		w.Must(err)

		t.Run("the coordinator records an answer by phone of who has no account", func(t *testing.T) {
			refused(t, "another participant", s.RecordSpoken(t.Context(), w.CLB, id, law.Comes), livc.NotFoundKind)
			refused(t, "an answer that is none", s.RecordSpoken(t.Context(), w.Coordinator, id, "perhaps"), livc.InvalidKind)
			w.Must(s.RecordSpoken(t.Context(), w.Coordinator, id, law.Comes))
		})
		t.Run("an ad hoc participant talks to the coordinator first: the day is noted", func(t *testing.T) {
			refused(t, "a day to come", s.Brief(t.Context(), w.Coordinator, id, "2026-12-24"), livc.InvalidKind)
			w.Must(s.Brief(t.Context(), w.Coordinator, id, "2026-11-24"))
			b, err := s.Meeting(t.Context(), w.Coordinator, m)
			w.Must(err)
			for _, e := range b.Expected {
				if e.Hat == guest && (e.Seat != invitation.AdHocSeat || e.Briefed != "2026-11-24") {
					t.Errorf("expected as %+v", e)
				}
			}
		})
		t.Run("a representative notes the talks with the holder, never what was said", func(t *testing.T) {
			note := func(by deed.By, n invitation.NoteMandate) error {
				n.Invitation = mandate
				return s.NoteMandate(t.Context(), by, n)
			}
			w.Must(note(w.CAW, invitation.NoteMandate{Submitted: "2026-11-24"}))
			refused(t, "told back before the holder knows the secrecy", note(w.CAW, invitation.NoteMandate{Reported: "2026-11-24"}), livc.DeniedKind)
			w.Must(note(w.CAW, invitation.NoteMandate{Reported: "2026-11-24", Acknowledged: true}))
			refused(t, "somebody else", note(w.CLB, invitation.NoteMandate{Submitted: "2026-11-24"}), livc.NotFoundKind)
			refused(t, "a day to come", note(w.CAW, invitation.NoteMandate{Submitted: "2026-11-25"}), livc.InvalidKind)
			l, err := s.Invitation(t.Context(), w.CAW, mandate)
			w.Must(err)
			if l.Invitation.Submitted == "" || l.Invitation.Reported == "" {
				t.Error("the days are not kept")
			}
		})
		t.Run("a case that leaves the agenda takes its invitations back", func(t *testing.T) {
			b, err := s.Meeting(t.Context(), w.Coordinator, m)
			w.Must(err)
			p, _ := b.Point(c)
			w.Must(s.LeaveOff(t.Context(), w.Mayor, m, p.ID))
			_, err = s.Meeting(t.Context(), w.CAW, m)
			refused(t, "the meeting", err, livc.NotFoundKind)
			if got := mails(w)[w.CAW.Hat]; !slices.Contains(got, "invitation_withdrawn") {
				t.Errorf("messages: %v", got)
			}
		})
		w.Verify()
	})
}

// proves R3.0-e: answers are shown one by one, and nothing counts them.
func TestInvariant18_NoActionCountsRefusals(t *testing.T) {
	for _, a := range access.Actions() {
		switch a {
		case access.AnswerInvitation, access.ViewAnswers, access.NoteRefusalTalk:
			for _, p := range access.Find(a) {
				if p.Of == access.OfLivc || p.Of == access.OfOrganisation {
					t.Errorf("%s looks over all answers of an LIVC R or an organisation", a)
				}
			}
		}
	}
}
