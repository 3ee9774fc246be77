package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store/storetest"
)

// proves R4.3-d, R4.3-g
func TestTheGuideForWeighingBelongsToTheVersionOfTheProtocol(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		home := func() string {
			d := e.Desk()
			if len(d.Own) != len(discussion.Domains()) {
				t.Fatalf("%d own questions, %d domains", len(d.Own), len(discussion.Domains()))
			}
			for _, c := range d.Own {
				if string(c.ID) == protocol.WeighStem("home") {
					return c.Text
				}
			}
			return ""
		}
		shipped := home()
		_, err := e.Protocol.NewVersion(e.Context(), e.Coordinator)
		e.Must(err)
		e.Must(e.Protocol.EditCriterion(e.Context(), e.Coordinator, 2, protocol.Criterion{Stem: protocol.WeighStem("home"), Text: "Wie eet er samen?"}))
		e.Must(e.Protocol.PutInForce(e.Context(), e.Mayor, 2))
		t.Run("a meeting goes on with the guide it opened with", func(t *testing.T) {
			if shipped == "" || home() != shipped {
				t.Errorf("the table asks %q, and asked %q", home(), shipped)
			}
		})
		t.Run("the screen in the room shows the own question", func(t *testing.T) {
			e.Must(e.Table.ShowGuide(e.Context(), e.Coordinator, e.Item, protocol.WeighStem("home")))
			r, err := e.Table.Room(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			if r.Question != shipped {
				t.Errorf("it shows %q", r.Question)
			}
		})
		t.Run("a meeting under the new version asks what that version says", func(t *testing.T) {
			e.Exec(`UPDATE meeting SET protocol_version = 2 WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting)
			if home() != "Wie eet er samen?" {
				t.Errorf("the table asks %q", home())
			}
		})
		t.Run("the old version can still be read as it was", func(t *testing.T) {
			p, err := e.Protocol.Protocol(e.Context(), e.CLB, 1)
			e.Must(err)
			if c, _ := p.Criterion(protocol.WeighStem("home")); c.Text != shipped || c.List != protocol.Weighing {
				t.Errorf("version 1 says %q", c.Text)
			}
		})
	})
}
