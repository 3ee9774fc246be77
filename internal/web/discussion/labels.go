package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
)

// fieldLabel is the question of a field, the same while listening and in writing.
func fieldLabel(r *page.Request, field string) string {
	ctx := r.Context()
	return map[string]string{
		"goes_well": i18n.T(ctx, "listen.field.goes_well"), "indication": i18n.T(ctx, "listen.field.indication"),
		"tried": i18n.T(ctx, "listen.field.tried"), "asked": i18n.T(ctx, "listen.field.asked"), "wanted": i18n.T(ctx, "listen.field.wanted"),
		"child": i18n.T(ctx, "listen.field.child"), "first": i18n.T(ctx, "listen.field.first"), "last": i18n.T(ctx, "listen.field.last"),
		"birth_year": i18n.T(ctx, "listen.field.birth_year"), "town": i18n.T(ctx, "listen.field.town"),
	}[field]
}
