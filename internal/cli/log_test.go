package cli_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"beraad.eu/internal/cli"
)

// proves settled 41
func TestLogHoldsNothingThatPointsToAPerson(t *testing.T) {
	var out bytes.Buffer
	log := cli.NewLog(&out)
	log.With("person", "Lotte").Error("a request failed at lotte@clb.example", "ref", "abcde234", "route", "GET /cases/{case}", "status", 500,
		"name", "Lotte Claes", "error", "open the epoch layer of unlocker 0123456789abcdefghjkmnpqrs: open "+strings.Repeat("ab", 32),
		slog.Group("request", "path", "/cases/x"))
	var line map[string]any
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"person", "name", "status", "request", "path"} {
		if _, there := line[key]; there {
			t.Errorf("the line has the key %s", key)
		}
	}
	for _, never := range []string{"Lotte", "lotte@", "0123456789abcdefghjkmnpqrs", "abababab"} {
		if strings.Contains(out.String(), never) {
			t.Errorf("the line says %s: %s", never, out.String())
		}
	}
	if line["ref"] != "abcde234" || line["route"] != "GET /cases/{case}" || !strings.Contains(line["error"].(string), "open the epoch layer of unlocker") {
		t.Errorf("the line lost what an engineer needs: %s", out.String())
	}
}
