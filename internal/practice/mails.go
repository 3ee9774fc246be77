package practice

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/notify"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// Mails lists what would have left, the newest first, in the words in which it would have left.
func (o *Opened) Mails(ctx context.Context) (list []pages.Mail, err error) {
	ids, err := o.DB.LivcRs(ctx)
	if err != nil {
		return nil, err
	}
	var all []deed.Mail
	for _, id := range append(ids, livc.Installation) {
		some, err := o.DB.MailWaiting(ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b deed.Mail) int { return b.At.Compare(a.At) })
	for _, m := range all {
		l := notify.Write(o.Origin, notify.Message{Template: m.Template, Language: i18n.Lang(ctx)})
		list = append(list, pages.Mail{Day: livc.DayOf(m.At), To: o.nameOf(m.Hat), Subject: l.Subject, Content: l.Body})
	}
	return list, nil
}

// nameOf is the invented name of a hat; a person without a button has none here.
func (o *Opened) nameOf(hat livc.ID) string {
	for _, r := range o.cast.Roles {
		if r.Hat == hat || r.Person == hat {
			return r.Name
		}
	}
	return "…"
}
