package table_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

var choiceText = regexp.MustCompile(`name="first" value="([a-z_]+)"`)

// offered are the outcomes that a page offers as a first thought, in their order.
func offered(body string) (list []livc.Outcome) {
	for _, m := range choiceText.FindAllStringSubmatch(body, -1) {
		list = append(list, livc.Outcome(m[1]))
	}
	return list
}

func (s screen) ownItem() string { return s.at() + "/items/" + string(s.Item) }

// proves R2.5.3-a: by the buttons of a plain form, without a script
func TestAFirstThoughtOnTheOwnScreen(t *testing.T) {
	onScreen(t, func(t *testing.T, s screen) {
		s.OpenOnScreens()
		mine, ruben := s.at()+"/mine", s.site.As(s.CAW)
		ruben.Get(mine).Is(http.StatusOK).Never("Je eerste gedachte")
		s.AtWeighing()
		page := ruben.Get(mine).Says("Je eerste gedachte", "Alleen jij ziet dit.")
		if got := offered(page.Body); !slices.Equal(got, s.Desk().Sitting.Turned()) {
			t.Errorf("it offers %v, not in the order of the desk", got)
		}
		ruben.Send(mine, s.ownItem()+"/first", url.Values{}).Is(http.StatusUnprocessableEntity).Says("Kies een van de vijf.")
		if to := ruben.Send(mine, s.ownItem()+"/first", url.Values{"first": {"regular"}}).Is(http.StatusSeeOther).To; to != mine {
			t.Errorf("it leads to %s", to)
		}
		ruben.Get(mine).Says("<strong>Gewone hulp volstaat</strong>", "Denk je er nu anders over?")
		for _, by := range []deed.By{s.Mayor, s.Officer, s.Coordinator, s.CLB} {
			s.site.As(by).Get(mine).Says("Je eerste gedachte").Never("<strong>Gewone hulp volstaat</strong>", "Denk je er nu anders over?")
		}
		t.Run("pressed twice it is noted once", func(t *testing.T) {
			form := url.Values{"token": {ruben.Get(mine).Token()}, "first": {"more"}}
			before := len(s.Log())
			for range 2 {
				ruben.Raw(http.MethodPost, s.ownItem()+"/first", form, nil).Is(http.StatusSeeOther)
			}
			if n := len(s.Log()) - before; n != 1 {
				t.Errorf("%d deeds", n)
			}
			ruben.Get(mine).Says("<strong>Meer info nodig</strong>")
		})
		t.Run("who is not inside, or was not invited, finds no such point", func(t *testing.T) {
			form := url.Values{"first": {"more"}}
			s.site.As(s.OCMW).Send(mine, s.ownItem()+"/first", form).Is(http.StatusNotFound)
			s.site.As(s.Representative).Send(mine, s.ownItem()+"/first", form).Is(http.StatusNotFound)
		})
		s.Must(s.Table.DecideCase(s.Context(), s.Coordinator, s.Decision(livc.OutcomeRegular)))
		ruben.Get(mine).Says("<strong>Meer info nodig</strong>").Never("Denk je er nu anders over?", `name="first"`)
		s.site.As(s.CLB).Get(mine).Never("Je eerste gedachte")
		ruben.Send(mine, s.ownItem()+"/first", url.Values{"first": {"ltf"}}).Is(http.StatusConflict).Says("Dit kan tijdens de weging, tot er beslist is.")
		ruben.Send(mine, s.ownItem()+"/first", url.Values{"do": {"drop"}}).Is(http.StatusSeeOther)
		ruben.Get(mine).Never("Je eerste gedachte")
	})
}

var onlyChanged = regexp.MustCompile(`^event: region \| data: all \d+$`)

// By a screen that renews itself others could see that somebody noted something: a first thought renews none. A
// word to the chair does, with nothing in it.
func TestAFirstThoughtRenewsNoScreen(t *testing.T) {
	onStream(t, func(t *testing.T, s following) {
		s.OpenOnScreens()
		s.AtWeighing()
		mayor := s.opened(t, s.site.As(s.Mayor), s.at()+"/live")
		before := mayor.Last(quiet)
		s.Must(s.Table.ChooseFirst(s.Context(), s.CAW, discussion.FirstChoice{Meeting: s.Meeting, Item: s.Item, Outcome: livc.OutcomeMore}))
		s.Must(s.Table.DropFirstChoice(s.Context(), s.CAW, s.Meeting, s.Item))
		if after := mayor.Last(quiet); after != "" && after != before {
			t.Errorf("it says %q after %q", after, before)
		}
		s.Must(s.Table.KnowPrivately(s.Context(), s.CAW, s.Meeting, s.Item))
		if got := mayor.Next(); got == before || !onlyChanged.MatchString(got) {
			t.Errorf("it says %q after %q", got, before)
		}
	})
}
