package cli_test

import (
	"net/http"
	"regexp"
	"testing"
)

var again = regexp.MustCompile(`href="(/network/partner\?again)"`)

// A form that cannot be taken any more is not lost: its page comes back filled, in the same session.
//
// proves settled 13, settled 14
func TestALateFormComesBackFilled(t *testing.T) {
	w := build(t)
	form := w.browser.Get("/network/partner").Form("name", "CGG Hageland-Noord", "category", "cgg")
	form.Set("token", "of.another")
	w.browser.Do(w.browser.Request(http.MethodPost, "/network/partner", form)).Says("CGG Hageland-Noord")
	link := again.FindStringSubmatch(w.browser.Body)
	if w.browser.Status != http.StatusConflict || link == nil {
		t.Fatalf("%d, and no way back to the form", w.browser.Status)
	}
	w.browser.Get(link[1]).Says(`value="CGG Hageland-Noord"`)
	w.browser.Send("/network/partner", "name", "CGG Hageland-Noord", "category", "cgg").Says("CGG Hageland-Noord")
}
