package practice

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
)

// mail shows what would have left: no content, no code, no name of a case, no link (W12).
func (p Pages) mail(r *page.Request) error {
	list, err := p.Hall.Mails(r.Context())
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "practice.mail.title"), mailView(p.back(r), list))
}
