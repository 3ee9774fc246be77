package table_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/step/discussion"
)

var another = regexp.MustCompile(`name="guide" value="((?:other|good)\.[a-z_]+)"`)

// proves R4.3-a, R4.3-d: product D7
func TestTheCounterQuestionStandsOnDeskAndWall(t *testing.T) {
	s := opened(t)
	s.nele.Send(s.itemAt(), s.itemAt()+"/weigh", weighed()).Is(http.StatusSeeOther)
	s.Must(s.Table.WeighCase(s.Context(), s.Coordinator, discussion.WeighCase{Item: s.Item, Domains: []discussion.DomainWeighed{{Domain: "housing_money"}, {Domain: "violence"}}}))
	s.nele.Send(s.itemAt(), s.itemAt()+"/phase", url.Values{"phase": {"5"}}).Is(http.StatusSeeOther)
	desk := s.nele.Get(s.itemAt()).Is(http.StatusOK).Says("Over dit domein sprak nog niemand: ", "Een andere vraag")
	wall := s.nele.Get(s.at() + "/room").Is(http.StatusOK)
	question := strings.TrimPrefix(between(desk.Body, `table-question">`, "</p>"), `table-question">`)
	t.Run("looking again shows the same, and the wall too", func(t *testing.T) {
		if question == "" {
			t.Fatal("there is no question")
		}
		s.nele.Get(s.itemAt()).Says(question)
		wall.Says(question)
	})
	t.Run("another one comes by pressing, without a script", func(t *testing.T) {
		next := another.FindStringSubmatch(desk.Body)
		if next == nil {
			t.Fatal("there is no button for another one")
		}
		s.nele.Send(s.itemAt(), s.itemAt()+"/guide", url.Values{"guide": {next[1]}}).Is(http.StatusSeeOther)
		s.nele.Get(s.itemAt()).Never(question)
	})
	t.Run("after a talk from both sides the open question stands there", func(t *testing.T) {
		var list []discussion.DomainWeighed
		for _, d := range discussion.Domains() {
			list = append(list, discussion.DomainWeighed{Domain: d, Protects: 1, Concerns: 1})
		}
		s.Must(s.Table.WeighCase(s.Context(), s.Coordinator, discussion.WeighCase{Item: s.Item, Domains: list}))
		s.nele.Get(s.itemAt()).Says("Wat kan er nog aan de hand zijn?").Never("Een andere vraag")
	})
}
