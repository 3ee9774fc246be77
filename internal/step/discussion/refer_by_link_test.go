package discussion_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// els is a teacher who spoke with the coordinator and wants to write it herself.
type els struct {
	*storetest.Town
	*discussion.Referrals
}

func newEls(t *testing.T, db *store.DB) els {
	w := storetest.NewTown(t, db)
	settings := protocol.Basic()
	settings.WrittenReferral = true
	w.ProtocolInForce(settings)
	return els{w, w.Referrals()}
}

func forEls() discussion.MakeLink {
	return discussion.MakeLink{Name: livc.NewContact("Els Wouters"), Service: livc.NewContact("Sint-Jozef"), Reach: livc.NewContact("0470 11 22 33"),
		Sector: discussion.Education, Secrecy: livc.ProfessionalSecrecy, Spoken: true}
}

// got makes a link and types its code.
func (e els) got() (discussion.NewLink, discussion.LinkPass) {
	e.T.Helper()
	made, err := e.MakeLink(e.Context(), e.Coordinator, forEls())
	e.Must(err)
	pass, err := e.OpenLink(e.Context(), made.ID, made.Code)
	e.Must(err)
	return made, pass
}

func whole(pass discussion.LinkPass) discussion.ReferByLink {
	told := storetest.Story("Milan", "Verbeke", "2010")
	told.GoesWell, told.Indication = livc.NewSecret("De trainer kent hem."), livc.NewSecret("Hij praat over wraak.")
	return discussion.ReferByLink{Pass: pass, Told: told, SelfChecked: true, Team: law.Yes}
}

func (e els) sends(in discussion.ReferByLink) error { return e.ReferByLink(e.Context(), "", in) }

// waiting are the referrals that the mayor has.
func (e els) waiting() []discussion.Referral {
	e.T.Helper()
	list, err := e.Waiting(e.Context(), e.Mayor)
	e.Must(err)
	return list
}

// proves R4.1.2-a, R4.1-h, R4.1-i
func TestALinkIsMadeForOneProfessionalAfterAConversation(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEls(t, db)
		try := func(by deed.By, change func(*discussion.MakeLink)) error {
			in := forEls()
			change(&in)
			_, err := e.MakeLink(e.Context(), by, in)
			return err
		}
		same := func(*discussion.MakeLink) {}
		e.Must(try(e.Mayor, same))
		t.Run("not without speaking first, and for somebody", func(t *testing.T) {
			refused(t, try(e.Coordinator, func(in *discussion.MakeLink) { in.Spoken = false }), livc.InvalidKind, "make_link.spoken_first")
			refused(t, try(e.Coordinator, func(in *discussion.MakeLink) { in.Name = livc.NewContact(" ") }), livc.InvalidKind, "make_link.name")
			refused(t, try(e.Coordinator, func(in *discussion.MakeLink) { in.Reach = livc.Contact{} }), livc.InvalidKind, "make_link.reach")
			refused(t, try(e.Coordinator, func(in *discussion.MakeLink) { in.Name = livc.NewContact(strings.Repeat("a", 61)) }), livc.InvalidKind, "error.too_long")
			refused(t, try(e.Coordinator, func(in *discussion.MakeLink) { in.Sector, in.Secrecy = "", "" }), livc.InvalidKind, "make_link.sector")
		})
		t.Run("a participant, the officer and the DPO make none and see none", func(t *testing.T) {
			for _, by := range []deed.By{e.CLB, e.Officer, e.DPO} {
				refused(t, try(by, same), livc.NotFoundKind, "")
				refused(t, second(e.Links(e.Context(), by)), livc.NotFoundKind, "")
				refused(t, e.TakeBackLink(e.Context(), by, e.ID()), livc.NotFoundKind, "")
			}
		})
		t.Run("the desk sees for whom it waits, another LIVC R sees nothing", func(t *testing.T) {
			d, err := e.Links(e.Context(), e.Coordinator)
			e.Must(err)
			if len(d.Links) != 1 || d.Links[0].Name.Reveal() != "Els Wouters" || d.Links[0].State(d.Now) != discussion.LinkWaits || !d.On {
				t.Errorf("the desk sees %+v", d.Links)
			}
			n := e.Neighbour()
			other, err := n.Referrals().Links(n.Context(), n.Coordinator)
			e.Must(err)
			refused(t, n.Referrals().TakeBackLink(n.Context(), n.Coordinator, d.Links[0].ID), livc.NotFoundKind, "")
			if len(other.Links) != 0 {
				t.Error("a neighbour sees it")
			}
		})
		t.Run("who it is for and its code stand sealed", func(t *testing.T) {
			q := `SELECT count(*) FROM referral_link WHERE name = $1 OR reach = $1 OR service = $1`
			for _, word := range []string{"Els Wouters", "0470 11 22 33", "Sint-Jozef"} {
				if e.Count(q, []byte(word)) != 0 {
					t.Errorf("%q stands in clear", word)
				}
			}
		})
		t.Run("nobody makes one where the protocol keeps to speaking, and one that waits opens no more", func(t *testing.T) {
			_, pass := e.got()
			e.ProtocolInForce(protocol.Basic())
			refused(t, try(e.Coordinator, same), livc.DeniedKind, "law.refer.oral_first")
			refused(t, second(e.LinkAsk(e.Context(), pass)), livc.InvalidKind, "refer_by_link.wrong")
			refused(t, e.sends(whole(pass)), livc.InvalidKind, "refer_by_link.wrong")
		})
	})
}

// proves R4.1-c, R4.1-g, R4.1.2-a
func TestAProfessionalRefersByALinkAndNeverReadsItAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEls(t, db)
		_, pass := e.got()
		a, err := e.LinkAsk(e.Context(), pass)
		e.Must(err)
		if a.Municipality != "stad Demerrode" || a.By != livc.Coordinator || a.Secrecy != livc.ProfessionalSecrecy || a.Made != "2026-11-24" || a.Until != "2026-11-27" {
			t.Errorf("she reads %+v", a)
		}
		t.Run("what is missing comes back at its field", func(t *testing.T) {
			err := e.sends(discussion.ReferByLink{Pass: pass})
			var at *livc.Error
			if !errors.As(err, &at) {
				t.Fatal(err)
			}
			fields := map[string]bool{at.Field: true}
			for _, more := range at.More {
				fields[more.Field] = true
			}
			for _, f := range []string{"self_check", "team", "goes_well", "indication", "fact_1"} {
				if !fields[f] {
					t.Errorf("nothing is said at %s: %v", f, fields)
				}
			}
		})
		t.Run("in danger one calls", func(t *testing.T) {
			in := whole(pass)
			in.Danger = true
			refused(t, e.sends(in), livc.DeniedKind, "law.refer.danger")
		})
		if len(e.waiting()) != 0 {
			t.Fatal("something came through")
		}
		e.Must(e.sends(whole(pass)))
		list := e.waiting()
		if len(list) != 1 || list[0].Member || list[0].By != "" || list[0].Manner != discussion.InWriting || list[0].Sector != discussion.Education || list[0].EraseOn != "2027-02-22" {
			t.Fatalf("the mayor has %+v", list)
		}
		t.Run("the list holders read it, with how to answer; nobody else does", func(t *testing.T) {
			d, err := e.Desk(e.Context(), e.Mayor, list[0].ID)
			e.Must(err)
			if d.Told.Last.Reveal() != "Verbeke" || d.Told.Referrer.Reveal() != "Els Wouters, Sint-Jozef, 0470 11 22 33" {
				t.Errorf("he reads %q of %q", d.Told.Last.Reveal(), d.Told.Referrer.Reveal())
			}
			for _, by := range []deed.By{e.CLB, e.Officer, e.DPO} {
				refused(t, second(e.Desk(e.Context(), by, list[0].ID)), livc.NotFoundKind, "")
			}
			refused(t, second(e.LinkAsk(e.Context(), pass)), livc.InvalidKind, "refer_by_link.wrong")
		})
		t.Run("nothing in the row of the link leads to it", func(t *testing.T) {
			if n := e.Count(`SELECT count(*) FROM referral_link WHERE id = $1 OR municipality = $1 OR by_hat = $1`, list[0].ID); n != 0 {
				t.Error("it does")
			}
		})
		t.Run("it goes through the gates as any other", func(t *testing.T) {
			e.Propose(list[0].ID)
			_, err := e.DecideList(e.Context(), e.Mayor, discussion.DecideList{Referral: list[0].ID, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			e.Must(err)
		})
	})
}

// settled 38: five guesses, three days, one use; and whatever is the matter, the answer is one
//
// proves W7
func TestW7_ALinkThatOpensNothingAnswersAlike(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEls(t, db)
		closed := func(err error) {
			t.Helper()
			refused(t, err, livc.InvalidKind, "refer_by_link.wrong")
		}
		open := func(id livc.ID, code string) error { return second(e.OpenLink(e.Context(), id, code)) }
		wrong := func(code string) string { return string(rune('0'+(code[0]-'0'+1)%10)) + code[1:] }

		t.Run("unknown, and it leaves no line in a log", func(t *testing.T) {
			before := e.Count(`SELECT count(*) FROM log_leaf`)
			closed(open(e.ID(), "000000"))
			if e.Count(`SELECT count(*) FROM log_leaf`) != before {
				t.Error("it did")
			}
		})
		t.Run("five wrong codes close it for the right one, and the desk sees it", func(t *testing.T) {
			made, err := e.MakeLink(e.Context(), e.Coordinator, forEls())
			e.Must(err)
			for range 4 {
				closed(open(made.ID, wrong(made.Code)))
			}
			e.Must(open(made.ID, made.Code))
			closed(open(made.ID, wrong(made.Code)))
			closed(open(made.ID, made.Code))
			d, err := e.Links(e.Context(), e.Coordinator)
			e.Must(err)
			if d.Links[0].State(d.Now) != discussion.LinkVoid {
				t.Errorf("the desk sees %s", d.Links[0].State(d.Now))
			}
			e.Must(e.TakeBackLink(e.Context(), e.Coordinator, made.ID))
		})
		t.Run("taken back: the code and an open form stop, and who it was for is forgotten", func(t *testing.T) {
			made, pass := e.got()
			e.Must(e.TakeBackLink(e.Context(), e.Coordinator, made.ID))
			closed(open(made.ID, made.Code))
			closed(e.sends(whole(pass)))
			refused(t, e.TakeBackLink(e.Context(), e.Coordinator, made.ID), livc.NotFoundKind, "")
			if n := e.Count(`SELECT count(*) FROM referral_link`); n != 0 {
				t.Errorf("%d rows are left", n)
			}
		})
		t.Run("used: it opens no second time", func(t *testing.T) {
			made, pass := e.got()
			e.Must(e.sends(whole(pass)))
			closed(open(made.ID, made.Code))
			closed(e.sends(whole(pass)))
		})
		t.Run("a pass of another link, or a made-up one, opens nothing", func(t *testing.T) {
			_, mine := e.got()
			other, pass := e.got()
			closed(e.sends(whole(discussion.LinkPass{Livc: mine.Livc, Link: other.ID, Proof: mine.Proof})))
			closed(e.sends(whole(discussion.LinkPass{Livc: e.Neighbour().Livc, Link: pass.Link, Proof: pass.Proof})))
			closed(e.sends(whole(discussion.LinkPass{Livc: pass.Livc, Link: pass.Link})))
		})
		t.Run("after three days", func(t *testing.T) {
			made, pass := e.got()
			e.Pass(72 * time.Hour)
			closed(open(made.ID, made.Code))
			closed(e.sends(whole(pass)))
		})
		t.Run("and the clock forgets them, used or not", func(t *testing.T) {
			e.Must(e.Town.Gate.SignCheckpoint(e.Context(), e.Livc))
			clocks := &processing.Service{Gate: e.Town.Gate, Book: store.Processing{}}
			_, err := clocks.RunClocks(e.Context(), e.Livc)
			e.Must(err)
			if n := e.Count(`SELECT count(*) FROM referral_link`); n != 0 {
				t.Errorf("%d rows are left", n)
			}
		})
	})
}

func TestP7_OneLinkMakesOneReferral(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEls(t, db)
		_, pass := e.got()
		e.Must(e.ReferByLink(e.Context(), "one-form", whole(pass)))
		t.Run("the same form once more", func(t *testing.T) {
			var again *deed.Repeated
			if err := e.ReferByLink(e.Context(), "one-form", whole(pass)); !errors.As(err, &again) {
				t.Error(err)
			}
		})
		t.Run("another tab", func(t *testing.T) {
			refused(t, e.ReferByLink(e.Context(), "another-form", whole(pass)), livc.InvalidKind, "refer_by_link.wrong")
		})
		t.Run("two tabs at the same moment", func(t *testing.T) {
			_, pass := e.got()
			answers := make(chan error, 8)
			for range cap(answers) {
				go func() { answers <- e.sends(whole(pass)) }()
			}
			sent := 0
			for range cap(answers) {
				if err := <-answers; err == nil {
					sent++
				} else if livc.KindOf(err) != livc.InvalidKind {
					t.Error(err)
				}
			}
			if sent != 1 {
				t.Errorf("%d were sent", sent)
			}
		})
		if n := len(e.waiting()); n != 2 {
			t.Errorf("the mayor has %d", n)
		}
	})
}

// What somebody without keys writes is sealed to a half that a chair signed, on the list that the desk
// trusted when it made the link: the database alone is not believed.
//
// proves R4.1-g
func TestC7_NothingIsReferredByLinkToAMadeUpKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEls(t, db)
		made, pass := e.got()
		m := e.Municipality
		e.Must(e.DB.Pools()[0].QueryRow(`SELECT intake FROM municipality WHERE livc = '` + string(e.Livc) + `'`).Scan(&m.Intake))
		fake, err := seal.NewIntake()
		e.Must(err)
		true_, signature, signer := []byte{}, []byte{}, livc.ID("")
		e.Must(e.DB.Pools()[0].QueryRow(`SELECT intake_public, intake_signature, intake_signer FROM container WHERE id = '`+string(m.Intake)+`'`).Scan(&true_, &signature, &signer))
		put := func(public, signature []byte, signer livc.ID) {
			e.Exec(`UPDATE container SET intake_public = $2, intake_signature = $3, intake_signer = $4 WHERE livc = $1 AND id = $5`, e.Livc, public, signature, signer, m.Intake)
		}
		base := e.Town.Gate.Base(e.Livc)
		t.Run("signed by nobody, by a colleague, by a partner", func(t *testing.T) {
			for _, by := range []deed.By{e.Coordinator, e.Officer} {
				put(fake.Public(), seal.SignIntake(base, m.Intake, 1, fake.Public(), by.Keys.Hat()), by.Hat)
				if err := e.sends(whole(pass)); err == nil {
					t.Error("a concern was sealed to the made-up key")
				}
			}
			put(fake.Public(), signature, signer)
			if err := e.sends(whole(pass)); !errors.Is(err, seal.ErrSignature) {
				t.Error(err)
			}
			put(true_, signature, signer)
		})
		t.Run("with the voucher of another link", func(t *testing.T) {
			other, _ := e.got()
			e.Exec(`UPDATE referral_link SET voucher = (SELECT x.voucher FROM referral_link x WHERE x.id = $2) WHERE livc = '0' AND for_livc = $1 AND id = $3`, e.Livc, other.ID, made.ID)
			if err := e.sends(whole(pass)); err == nil {
				t.Error("it was believed")
			}
		})
		t.Run("a new key of the intake, made by a chair meanwhile, is taken", func(t *testing.T) {
			_, pass := e.got()
			e.Exec(`UPDATE container SET rekey_due = TRUE WHERE livc = $1 AND id = $2`, e.Livc, m.Intake)
			older := e.Referred(storetest.Story("Nora", "Claes", "1999"))
			_, err := e.Desk(e.Context(), e.Mayor, older)
			e.Must(err)
			if e.Count(`SELECT key_version FROM container WHERE livc = $1 AND id = $2`, e.Livc, m.Intake) != 2 {
				t.Fatal("the intake has its old key")
			}
			e.Must(e.sends(whole(pass)))
			for _, r := range e.waiting() {
				d, err := e.Desk(e.Context(), e.Mayor, r.ID)
				e.Must(err)
				if r.ID != older && d.Told.Last.Reveal() != "Verbeke" {
					t.Error("it does not open")
				}
			}
		})
	})
}
