package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// maxNote is the longest of each part of a note, in characters: need to know.
const maxNote = 1000

// Register is the answer to an offer: nothing, outside, or here with a note. Dutch:
// registratie.
type Register struct {
	Item    livc.ID
	Manner  Manner
	Note    EntryText
	French  law.FrenchNote // what the French Community asks of a note; empty elsewhere
	Deputy  livc.ID        // of the same controller; named in the mandate
	KeepsOn bool           // the decision and its date are kept too
	Copy    []livc.ID      // facts of the personal offer, copied word for word with their condition
}

// Register writes what one hat keeps after an item. Nothing is the default and needs no reason; what is
// kept here needs a framework, the switch of the own data protection officer and a reason (R6.2-a,
// R6.2-b, R6.2-c, R6.2-g). The dossier's key goes to its keeper and a deputy, to nobody else.
func (s *Service) Register(ctx context.Context, by deed.By, caseID livc.ID, in Register) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.Register, access.Case(caseID), func(tx *deed.Tx) error {
		o, err := s.Book.Offer(ctx, tx, in.Item, by.Hat)
		if err != nil {
			return err
		}
		if o.Case != caseID || !o.Asks(tx.Today) {
			return livc.Conflict("conflict.offer_gone", "vl-own-dossier")
		}
		if err := s.Book.AnswerOffer(ctx, tx, in.Item, by.Hat); err != nil {
			return err
		}
		if in.Manner != KeptNothing {
			if made, err = s.keep(ctx, tx, o, in); err != nil {
				return err
			}
		}
		tx.Made(made)
		return o.used(tx)
	})
	return made, err
}

func (in Register) check() error {
	var f livc.Faults
	f.Check(in.Manner == KeptNothing || in.Manner == KeptOutside || in.Manner == KeptHere, "manner", "own_dossiers.choose", law.OwnDossier)
	if in.Manner == KeptHere {
		f.Check(!in.Note.Why.Empty(), "why", "own_dossiers.why", law.NeedToKnow)
		in.Note.limits(&f)
		f.Check(in.Note.Heard.Empty() || !in.Note.Condition.Empty(), "condition", "own_dossiers.condition", law.ContributorsSay)
	}
	return f.Err()
}

func (t EntryText) limits(f *livc.Faults) {
	for _, p := range []struct {
		field string
		text  livc.Secret
	}{{"own_words", t.OwnWords}, {"own_action", t.OwnAction}, {"heard", t.Heard}, {"condition", t.Condition}, {"why", t.Why}, {"source", t.Source}} {
		f.Check(p.text.Len() <= maxNote, p.field, "error.too_long")
	}
}

func (s *Service) keep(ctx context.Context, tx *deed.Tx, o Offer, in Register) (livc.ID, error) {
	k, err := s.Book.Keeper(ctx, tx, tx.By.Hat)
	if err != nil {
		return "", err
	}
	if in.Manner == KeptHere {
		if err := s.mayNote(tx, k, in); err != nil {
			return "", err
		}
	}
	d, err := s.dossierFor(ctx, tx, k, o, in)
	if err != nil || in.Manner != KeptHere {
		return d.ID, err
	}
	if in.KeepsOn {
		in.Note.Discussed = livc.NewSecret(string(o.Discussed))
		in.Note.Decision = livc.NewSecret(string(o.Outcome))
	}
	if err := copyOffered(tx, o, d, in.Copy); err != nil {
		return "", err
	}
	return d.ID, tx.Keep(d.Container, tx.NewID(), entryRecord, in.Note)
}

// copyOffered copies chosen facts of the personal offer into the dossier, with where they came from and the
// condition of who brought them. What was not offered is not there (Z12, R2.5.3-i).
func copyOffered(tx *deed.Tx, o Offer, d Dossier, chosen []livc.ID) error {
	for _, id := range chosen {
		if o.Note == "" || id == o.Item {
			return livc.NotFound()
		}
		var text discussion.OfferedText
		if err := tx.Open(o.Note, id, &text); err != nil {
			return err
		}
		if err := tx.Keep(d.Container, id, copiedRecord, text); err != nil {
			return err
		}
	}
	return nil
}

// used forgets what was offered once it was answered; the receipt stays until its day.
func (o Offer) used(tx *deed.Tx) error {
	if o.Note == "" {
		return nil
	}
	return tx.ForgetAll(o.Note, discussion.OfferedKind)
}

// mayNote asks the framework, and of the French Community the nine kinds of data as well (X-F-m).
func (s *Service) mayNote(tx *deed.Tx, k Keeper, in Register) error {
	if err := k.MayKeep(tx.Today); err != nil {
		return err
	}
	if k.Regime != livc.RegimeFrench {
		return nil
	}
	in.French.SharedAtItem = true // an offer exists only of an item that was
	in.French.Source = in.Note.Source
	return law.MayKeepFrenchNote(in.French)
}

// dossierFor gives the dossier of this hat for the case, made now when there was none.
func (s *Service) dossierFor(ctx context.Context, tx *deed.Tx, k Keeper, o Offer, in Register) (Dossier, error) {
	d, err := s.Book.DossierOf(ctx, tx, tx.By.Hat, o.Case)
	fresh := livc.KindOf(err) == livc.NotFoundKind
	if err != nil && !fresh {
		return d, err
	}
	if fresh {
		t, err := s.Book.CaseTerm(ctx, tx, o.Case)
		if err != nil {
			return d, err
		}
		d = Dossier{ID: tx.NewID(), Organisation: k.Organisation, Hat: tx.By.Hat, Case: o.Case, Retention: t.Retention}
	}
	d.Decided = tx.Today
	if d.Manner != KeptHere {
		d.Manner = in.Manner
	}
	if in.Manner == KeptHere && d.Container == "" {
		if d.Container, err = s.sealed(ctx, tx, d, o, in.Deputy); err != nil {
			return d, err
		}
	}
	if fresh {
		return d, s.Book.InsertDossier(ctx, tx, d)
	}
	return d, s.Book.SetDossier(ctx, tx, d)
}

// sealed mints the dossier's own key for its keeper and a deputy of the same controller (R6.2-g).
func (s *Service) sealed(ctx context.Context, tx *deed.Tx, d Dossier, o Offer, deputy livc.ID) (livc.ID, error) {
	holders := []livc.ID{tx.By.Hat}
	if deputy != "" {
		k, err := s.Book.Keeper(ctx, tx, deputy)
		if err != nil || k.Organisation != d.Organisation {
			return "", livc.Invalid("own_dossiers.deputy", law.OwnDossierClosed).At("deputy")
		}
		holders = append(holders, deputy)
	}
	c, err := tx.NewContainer(livc.DossierContainer, d.Organisation, d.Case, tx.By.Hat, "dossier", holders...)
	if err != nil {
		return "", err
	}
	return c, tx.Keep(c, d.ID, codeRecord, CodeText{Code: livc.NewSecret(o.Code)})
}
