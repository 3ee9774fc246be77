package table_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// proves R0.3-b, R2.5.3-a: before the point opens and inside it, by a plain form
func TestWhoKnowsThePersonPrivatelyTellsTheChairOnTheOwnScreen(t *testing.T) {
	onScreen(t, func(t *testing.T, s screen) {
		mine := s.at() + "/mine"
		karim, ruben := s.site.As(s.Mayor), s.site.As(s.CAW)
		s.Arrive()
		ruben.Get(mine).Is(http.StatusOK).Never("privé")
		s.Must(s.Table.OpenMeeting(s.Context(), s.Coordinator, discussion.OpenMeeting{Meeting: s.Meeting, Chair: s.Who(s.Mayor), SecrecyRead: true}))
		ruben.Get(mine).Says("Ken je iemand op de lijst privé?", "Punt ", "Ik ken deze persoon privé").Never(s.Case.Code, "Milan")
		karim.Get(mine).Says("Ken je iemand op de lijst privé?", "Zit dat punt niet zelf voor.").Never("Ik ken deze persoon privé", "kent deze persoon privé")
		if to := ruben.Send(mine, s.ownItem()+"/known", url.Values{"do": {"tell"}}).Is(http.StatusSeeOther).To; to != mine {
			t.Errorf("it leads to %s", to)
		}
		ruben.Get(mine).Says("Alleen de voorzitter weet dat je deze persoon privé kent.", "Neem dit terug")
		told := "CAW Demer kent deze persoon privé. Je kan vragen om even buiten te gaan."
		karim.Get(mine).Says(told, "Alleen voor jou als voorzitter", s.ownItem()+"/open")
		others := []deed.By{s.Officer, s.Coordinator, s.CLB}
		for _, by := range others {
			s.site.As(by).Get(mine).Never(told, "kent deze persoon privé", "Neem dit terug")
		}
		s.nele.Get(s.at()+"/table").Never("privé", "kent")
		s.Must(s.Table.OpenItem(s.Context(), s.Mayor, discussion.OpenItem{Item: s.Item, Inside: s.Everybody(), KnowsBest: s.Who(s.CLB), Mode: livc.Screens}))
		karim.Get(mine).Says(told, "/items/"+string(s.Item)+"/people")
		karim.Get("/items/" + string(s.Item) + "/people").Is(http.StatusOK)
		s.nele.Get(s.itemAt()).Never("privé")
		ruben.Get(mine).Says("Ken je deze persoon privé?", "Neem dit terug")
		t.Run("pressed twice it is told once, and another takes nothing back", func(t *testing.T) {
			s.site.As(s.CLB).Send(mine, s.ownItem()+"/known", url.Values{"do": {"take_back"}}).Is(http.StatusNotFound)
			form := url.Values{"token": {s.site.As(s.CLB).Get(mine).Token()}, "do": {"tell"}}
			for range 2 {
				s.site.As(s.CLB).Raw(http.MethodPost, s.ownItem()+"/known", form, nil).Is(http.StatusSeeOther)
			}
			if n := strings.Count(karim.Get(mine).Body, "kent deze persoon privé"); n != 2 {
				t.Errorf("the chair reads %d notes", n)
			}
		})
		ruben.Send(mine, s.ownItem()+"/known", url.Values{"do": {"take_back"}}).Is(http.StatusSeeOther)
		karim.Get(mine).Never(told)
		s.site.As(s.OCMW).Send(mine, s.ownItem()+"/known", url.Values{"do": {"tell"}}).Is(http.StatusNotFound)
	})
}

func TestAtASpokenPointTheChairReadsTheNoteToo(t *testing.T) {
	s := opened(t)
	mine := s.at() + "/mine"
	s.site.As(s.CAW).Send(mine, s.ownItem()+"/known", url.Values{"do": {"tell"}}).Is(http.StatusSeeOther)
	s.site.As(s.Mayor).Get(mine).Says("CAW Demer kent deze persoon privé.", "/items/"+string(s.Item)+"/people")
	s.site.As(s.CLB).Get(mine).Says("Ken je deze persoon privé?").Never("CAW Demer kent")
}
