package guest

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// words is the page under a link. It is the same for every link, whether something stands under it or not;
// whoever is in already goes on to the visit.
func (d door) words(r *page.Request) error {
	if r.Actor.Function.Visits() {
		return r.Go(ui.VisitPath)
	}
	if r.Posted() {
		err := d.enter(r)
		if done, err := r.Done("", err, page.To(ui.VisitPath)); done {
			return err
		}
		r.PostForm.Del("words")
	}
	return r.Show(i18n.T(r.Context(), "guest_door.title"), wordsView(r.Form(r.URL.Path)))
}

// enter takes the words, draws keys for this browser alone, and begins the session once the guest is on the
// signed list.
func (d door) enter(r *page.Request) error {
	if err := d.guesses.Allow(r.Address, r.Now); err != nil {
		return err
	}
	words := r.Text("words")
	pass, err := d.table.GuessWords(r.Context(), r.PathValue("link"), words)
	if err != nil {
		return err
	}
	v, err := d.door.NewVisit(pass.Livc, pass.Organisation, pass.Hat)
	if err != nil {
		return err
	}
	defer v.Drop()
	if err := d.table.LetGuestIn(r.Context(), pass, words, v.Person, v.Keys()); err != nil {
		return err
	}
	s, err := v.Begin(r.Context(), r.CookieValue(page.SessionCookie), r.Now)
	if err != nil {
		return err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	return s.Show(r.Context(), r.Frame.Lang, string(r.Frame.Theme))
}
