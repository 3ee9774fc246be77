package support

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

const (
	speakPath = "/right-to-speak"
	// cardsOnSheet are the cards of an A4: two beside each other, four below.
	cardsOnSheet = 8
)

// speak shows the card of the right to speak (D11). The look that is recorded is the one of the first page,
// which everybody has: nobody sees who opened the card.
func (p Pages) speak(r *page.Request) error {
	if err := p.Support.LookIn(r.Context(), r.By()); err != nil {
		return err
	}
	cites := speakCites(r)
	return r.Show(i18n.T(r.Context(), "right_to_speak.title"), speakView(cites, ui.Source(page.Why(r, speakNorms(r)[0]), cites)))
}

// speakCard fills a phone with one card; on paper it has the size of a bank card.
func (p Pages) speakCard(r *page.Request) error { return p.cards(r, 1) }

// speakSheet is an A4 of cards to cut.
func (p Pages) speakSheet(r *page.Request) error { return p.cards(r, cardsOnSheet) }

func (p Pages) cards(r *page.Request, n int) error {
	if err := p.Support.LookIn(r.Context(), r.By()); err != nil {
		return err
	}
	f := ui.Frame{Lang: r.Frame.Lang, Theme: r.Frame.Theme, Title: i18n.T(r.Context(), "right_to_speak.title")}
	return r.Print(ui.CardPage(f, speakPath, speakCites(r), n))
}

// speakNorms are where the right stands for somebody: in the own decree, and for everybody in the judgment
// that allowed the table because nobody has to speak there.
func speakNorms(r *page.Request) []livc.NormID {
	own := law.RightToSpeak
	if r.Me.Regime == livc.RegimeFrench {
		own = law.FrenchProportionate
	}
	return []livc.NormID{own, law.FourSafeguards}
}

func speakCites(r *page.Request) []ui.Cite { return page.Cites(r, speakNorms(r)...) }
