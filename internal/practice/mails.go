package practice

import (
	"context"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/store"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// Mails lists what would have left, the newest first, in the words in which it would have left.
func (o *Opened) Mails(ctx context.Context) (list []pages.Mail, err error) {
	ids, err := o.Post.DB.LivcRs(ctx)
	if err != nil {
		return nil, err
	}
	var all []store.Kept
	for _, id := range append(ids, livc.Installation) {
		some, err := o.Post.Tray(ctx, id, i18n.Lang(ctx))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(a, b store.Kept) int { return b.At.Compare(a.At) })
	for _, k := range all {
		list = append(list, pages.Mail{Day: livc.DayOf(k.At), To: k.Name.Reveal(), Subject: k.Letter.Subject, Content: k.Letter.Body, Link: k.Link})
	}
	return list, nil
}
