package protocol

import (
	"strconv"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// says writes the settings as sentences.
func says(r *page.Request, s protocol.Settings) []string {
	ctx := r.Context()
	either := func(on bool, yes, no string) string {
		if on {
			return i18n.T(ctx, yes)
		}
		return i18n.T(ctx, no)
	}
	return []string{
		either(s.WrittenReferral, "protocol.written_on", "protocol.written_off"),
		either(s.OwnWorries, "protocol.worries_on", "protocol.worries_off"),
		either(s.ThinkAlong, "protocol.think_on", "protocol.think_off"),
		either(s.IdentityAtTable, "protocol.identity_table", "protocol.identity_before"),
		either(s.ManagerModel, "protocol.two_people", "protocol.one_person"),
		i18n.T(ctx, "protocol.retention", "Count", s.RetentionMonths),
		i18n.T(ctx, "protocol.not_listed", "Count", s.NotListedDays),
		i18n.T(ctx, "protocol.offers", "Count", s.OfferDays),
		i18n.T(ctx, "protocol.reviews", "Months", months(s.ReviewMonths)),
		i18n.T(ctx, "protocol.weeks", "Count", s.MeetingWeeks),
	}
}

func months(list []int) string {
	s := make([]string, len(list))
	for i, m := range list {
		s[i] = strconv.Itoa(m)
	}
	return strings.Join(s, ", ")
}

// parseMonths reads "1, 6"; what is no number becomes 0, which the rule refuses.
func parseMonths(text string) (list []int) {
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
		n, err := strconv.Atoi(part)
		if err != nil {
			n = 0
		}
		list = append(list, n)
	}
	return list
}

func (p Pages) editSettings(r *page.Request) error {
	v, err := p.draft(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Protocol.EditSettings(r.Context(), r.By(), v.Number, settingsOf(r))
		if done, err := r.Done("", err, page.To(path(v.Number))); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "edit_settings.title"),
		settingsView(r.Form(path(v.Number)+"/settings"), path(v.Number), v.Settings, switches(r), page.Help(r, law.StorageLimit)))
}

func settingsOf(r *page.Request) protocol.Settings {
	s := protocol.Settings{RetentionMonths: r.Number("retention"), NotListedDays: r.Number("not_listed"), OfferDays: r.Number("offer"),
		ReviewMonths: parseMonths(r.Text("reviews")), MeetingWeeks: r.Number("weeks")}
	if r.Text("offer") == "" {
		s.OfferDays = -1 // left open is no answer; zero is one
	}
	for _, on := range r.Texts("switches") {
		switch on {
		case "written_referral":
			s.WrittenReferral = true
		case "own_worries":
			s.OwnWorries = true
		case "think_along":
			s.ThinkAlong = true
		case "identity_at_table":
			s.IdentityAtTable = true
		case "manager_model":
			s.ManagerModel = true
		}
	}
	return s
}

func switches(r *page.Request) (list []ui.Choice) {
	for _, s := range []string{"written_referral", "own_worries", "think_along", "identity_at_table", "manager_model"} {
		list = append(list, ui.Choice{Value: s, Label: i18n.Enum(r.Context(), "protocol_switch", s)})
	}
	return list
}

// switchedOn are the switches of a draft that are on.
func switchedOn(s protocol.Settings) (list []string) {
	for _, x := range []struct {
		name string
		on   bool
	}{{"written_referral", s.WrittenReferral}, {"own_worries", s.OwnWorries}, {"think_along", s.ThinkAlong},
		{"identity_at_table", s.IdentityAtTable}, {"manager_model", s.ManagerModel}} {
		if x.on {
			list = append(list, x.name)
		}
	}
	return list
}
