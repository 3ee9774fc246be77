package signin

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// keysPage is what the page of keys shows: what is made, and what comes next.
type keysPage struct {
	Title, Lead string
	Daily       []ui.Row // ways in for every day: one is enough
	Paper       []ui.Row
	Offers      bool   // a passkey would still help
	Enough      bool   // the kit can be finished
	Still       string // what is still asked, once something was made
	Have        []heldKey
}

// heldKey is a key that the person has already.
type heldKey struct {
	ID   livc.ID
	Text string
	Made livc.Day
}

// keys shows the making of keys as a list of tasks: a daily way in, a second factor where the daily way
// is a passphrase, and the recovery code on paper.
func (p Pages) keys(r *page.Request, k *identity.Kit) error {
	list, err := p.has(r, k)
	if err != nil {
		return err
	}
	v := keysPage{Offers: !k.Enrolling() || !daily(list)}
	v.Daily, v.Paper = tasks(r.Context(), k, list)
	if len(k.Made()) > 0 {
		v.Enough, v.Still = identity.Enough(list) == nil, still(r.Context(), list)
	}
	stem := "keys.change"
	switch {
	case k.Enrolling():
		stem = "keys.enrol"
	case k.Lost():
		stem = "keys.lost"
	}
	v.Title, v.Lead = i18n.T(r.Context(), stem+".title"), i18n.T(r.Context(), stem+".lead")
	if stem == "keys.change" {
		v.Have = held(r, list[:len(list)-len(k.Made())])
	}
	return r.Show(v.Title, keysView(v, r.Form("/keys"), r.Form("/keys/passkey"), page.Help(r, "gdpr-32")))
}

func held(r *page.Request, list []identity.Unlocker) (out []heldKey) {
	for _, u := range list {
		out = append(out, heldKey{u.ID, i18n.Enum(r.Context(), "unlocker", u.Kind), livc.DayOf(u.Made)})
	}
	return out
}

// still says what is asked next.
func still(ctx context.Context, list []identity.Unlocker) string {
	if !daily(list) {
		return i18n.T(ctx, "keys.still_daily")
	}
	return i18n.T(ctx, "keys.still_paper")
}

// opens tells whether a passkey opens the keys; one that only shows who somebody is does not.
func opens(list []identity.Unlocker) bool {
	return slices.ContainsFunc(list, func(u identity.Unlocker) bool { return u.Kind == identity.Passkey && u.Opens() })
}

// daily tells whether there is a way in for every day.
func daily(list []identity.Unlocker) bool {
	has := func(kind identity.Kind) bool {
		return slices.ContainsFunc(list, func(u identity.Unlocker) bool { return u.Kind == kind })
	}
	return opens(list) || has(identity.Passphrase) && (has(identity.TOTP) || has(identity.Passkey))
}

// tasks are the steps with their state: one way in for every day, and the paper. A passkey that opens the
// keys makes passphrase and app needless.
func tasks(ctx context.Context, k *identity.Kit, list []identity.Unlocker) (daily, paper []ui.Row) {
	have := map[identity.Kind]bool{}
	for _, u := range list {
		have[u.Kind] = true
	}
	row := func(href, stem string, s ui.Task) ui.Row {
		return ui.TaskRow(ctx, href, i18n.T(ctx, stem+".title"), i18n.T(ctx, stem+".sub"), s)
	}
	switch {
	case k.Unread():
		daily = append(daily, row("/keys/passkey/read", "keys.passkey", ui.TaskBegun))
	case have[identity.Passkey]:
		daily = append(daily, row("", "keys.passkey", ui.TaskDone))
	}
	daily = append(daily, row("/keys/passphrase", "keys.passphrase", taskOf(have[identity.Passphrase], opens(list))),
		row("/keys/totp", "keys.totp", taskOf(have[identity.TOTP], have[identity.Passkey])))
	return daily, []ui.Row{row("/keys/recovery", "keys.recovery", taskOf(have[identity.Recovery], false))}
}

func taskOf(have, needless bool) ui.Task {
	switch {
	case have:
		return ui.TaskDone
	case needless:
		return ui.TaskNotNeeded
	}
	return ui.TaskWaiting
}

// finishKeys stores what was made. For somebody new that is the account; for others it ends every
// other session.
func (p Pages) finishKeys(r *page.Request, k *identity.Kit) error {
	var to string
	var err error
	if k.Enrolling() {
		to, err = p.finishEnrolling(r, k)
	} else {
		to, err = p.change(r, k, func(tx *deed.Tx) (identity.Entry, error) {
			return p.Door.FinishKit(tx.Context(), tx.Handle(), k)
		})
	}
	if done, err := r.Done("", err, page.To(to)); done {
		return err
	}
	return p.keys(r, k)
}

func (p Pages) finishEnrolling(r *page.Request, k *identity.Kit) (to string, err error) {
	var out identity.Enrolled
	err = p.record(r.Context(), access.Enrol, k.Session().Row.Person, func(tx *deed.Tx) error {
		out, err = p.Door.FinishEnrolling(tx.Context(), tx.Handle(), k, r.Now)
		return err
	})
	if err != nil {
		return "", err
	}
	out.Hat.Wipe()
	s, err := p.Door.Begin(r.Context(), out.Entry, k.Session().Cookie(), r.Now)
	if err != nil {
		return "", err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	return p.lead(r, s)
}

// change records a change of keys, tells the person by mail, and gives this session a new cookie.
func (p Pages) change(r *page.Request, k *identity.Kit, f func(*deed.Tx) (identity.Entry, error)) (to string, err error) {
	var e identity.Entry
	person := k.Session().Row.Person
	err = p.record(r.Context(), access.ChangeAccess, person, func(tx *deed.Tx) error {
		if e, err = f(tx); err != nil {
			return err
		}
		return tx.Mail(person, "access_changed")
	})
	if err != nil {
		return "", err
	}
	s, err := p.Door.Renew(r.Context(), e, k.Session(), r.Now)
	if err != nil {
		return "", err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	if s.Row.Hat == "" {
		return p.lead(r, s)
	}
	return "/keys", nil
}

// removeKey takes one key away, such as a lost passkey; never so that too few are left.
func (p Pages) removeKey(r *page.Request, k *identity.Kit) error {
	to, err := p.change(r, k, func(tx *deed.Tx) (identity.Entry, error) {
		return p.Door.RemoveUnlocker(tx.Context(), tx.Handle(), k, r.Ref("key"))
	})
	if done, err := r.Done("", err, page.To(to)); done {
		return err
	}
	return p.keys(r, k)
}
