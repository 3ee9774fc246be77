package signin

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// seated is a seat with what its page says.
type seated struct {
	identity.Seat
	identity.Face
}

// hats lets somebody choose in which capacity he works now; every page says it afterwards.
func (p Pages) hats(r *page.Request) error {
	list, err := p.seats(r, r.Who.Session)
	if err != nil {
		return err
	}
	if r.Posted() {
		to, err := p.chosen(r, list)
		if done, err := r.Done("", err, page.To(to)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "hats.title"), hatsView(r.Form("/hats"), choices(r, list), page.Help(r, "p-roles-named")))
}

func (p Pages) seats(r *page.Request, s *identity.Session) (list []seated, err error) {
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		all, err := p.Door.Hats(r.Context(), tx, s)
		for _, seat := range all {
			f, faceErr := p.Book.Face(r.Context(), tx, seat.Livc, seat.Hat)
			if faceErr != nil {
				return faceErr
			}
			list = append(list, seated{seat, f})
		}
		return err
	})
	return list, err
}

func choices(r *page.Request, list []seated) (out []ui.Choice) {
	for _, s := range list {
		out = append(out, ui.Choice{Value: string(s.Livc) + "." + string(s.Hat), Hint: s.LivcName,
			Label: i18n.Enum(r.Context(), "function", s.Function) + " · " + s.Organisation})
	}
	i18n.SortBy(r.Context(), out, func(c ui.Choice) string { return c.Hint + c.Label })
	return out
}

// chosen puts on the hat that was chosen; a hat that is not in the list does not exist.
func (p Pages) chosen(r *page.Request, list []seated) (to string, err error) {
	id, hat, _ := strings.Cut(r.Text("hat"), ".")
	if hat == "" {
		return "", livc.Invalid("hats.choose").At("hat")
	}
	for _, s := range list {
		if string(s.Livc) == id && string(s.Hat) == hat {
			return p.putOn(r, r.Who.Session, s)
		}
	}
	return "", livc.NotFound()
}

// lead says where somebody goes who just unlocked: with one hat he need not choose.
func (p Pages) lead(r *page.Request, s *identity.Session) (to string, err error) {
	list, err := p.seats(r, s)
	if err != nil {
		return "", err
	}
	if len(list) == 1 {
		return p.putOn(r, s, list[0])
	}
	return "/hats", nil
}

// putOn puts on a hat. The first time, its keys are made known: who is the first of an organisation
// begins its signed list, everybody after waits for the list manager (R6.2-v).
func (p Pages) putOn(r *page.Request, s *identity.Session, seat seated) (to string, err error) {
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		return p.Door.ChooseHat(r.Context(), tx, s, seat.Livc, seat.Hat)
	})
	if err != nil {
		return "", err
	}
	if seat.New {
		if err := p.takeKeys(r.Context(), r, s); err != nil {
			return "", err
		}
	}
	switch {
	case seat.New || seat.Waiting:
		return "/waiting", nil
	case r.CookieValue(page.DraftCookie) != "":
		return "/again", nil
	}
	return "/today", nil
}

func (p Pages) takeKeys(ctx context.Context, r *page.Request, s *identity.Session) error {
	keys, err := s.Keyring(r.Now)
	if err != nil {
		return err
	}
	err = p.Support.Enrol(ctx, s.Row.Livc, s.Row.Hat, s.Row.Person, keys)
	if livc.KindOf(err) == livc.ConflictKind {
		return nil // another request of the same person was first
	}
	return err
}

// waiting shows the eight words of one's keys: for the wall of the first of an organisation, and to
// compare face to face with its list manager for everybody after.
func (p Pages) waiting(r *page.Request) error {
	if r.Actor.Hat == "" {
		return r.Go("/hats")
	}
	hat := r.Who.Keys.Hat()
	words := identity.WordsOf(hat.KEM(), hat.Sig())
	title := "waiting.first_title"
	if r.Me.Waiting {
		title = "waiting.title"
	}
	return r.Show(i18n.T(r.Context(), title), waitingView(words, r.Me.Waiting, page.Help(r, "gdpr-29")))
}
