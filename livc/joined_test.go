package livc

import "testing"

func TestATextFromElsewhereIsAskedWhetherItCouldHaveBeenTyped(t *testing.T) {
	for text, want := range map[string]bool{"": true, "Zoë\nen Jef\t2": true, "a\x00b": false, "a\u202eb": false, "a\u200bb": false, "\xff": false, "a\x1b[2J": false} {
		if got := NewSecret(text).Typed(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !(Secret{}).Typed() {
		t.Error("what was never written cannot be typed")
	}
}

func TestTextsAreJoinedWithoutThoseThatSayNothing(t *testing.T) {
	if got := Joined(NewSecret("stad"), Secret{}, NewSecret(" "), NewSecret("Karim")).Reveal(); got != "stad, Karim" {
		t.Errorf("%q", got)
	}
	if !Joined[Secret]().Empty() {
		t.Error("nothing says something")
	}
}
