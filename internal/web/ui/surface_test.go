package ui

import (
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

func TestFrame(t *testing.T) {
	page := func(f Frame) string { return write(t, t.Context(), Layout(f)) }
	t.Run("says who works, for whom, in which capacity and legal framework", func(t *testing.T) {
		wants(t, page(GalleryFrame(Auto)), "Nele Verzonnen", "stad Demerrode", "coördinator", "gemeente")
	})
	t.Run("who is signed out sees no identity and no session, and still a way out", func(t *testing.T) {
		got := page(Frame{Title: "Welkom"})
		if strings.Contains(got, `class="identity"`) || strings.Contains(got, "data-session") {
			t.Error(got)
		}
		wants(t, got, `href="`+LeavePath+`"`)
	})
	t.Run("leaving ends the session, so it is a form", func(t *testing.T) {
		wants(t, page(GalleryFrame(Auto)), `method="post" action="`+LeavePath+`"`)
	})
	t.Run("practice says so on every page, and a real installation does not", func(t *testing.T) {
		wants(t, page(Frame{Practice: true, CivilDay: "2026-11-24"}), "OEFENING", "dinsdag 24 november 2026")
		if strings.Contains(page(Frame{}), "OEFENING") {
			t.Error("a real page says practice")
		}
	})
	t.Run("a chosen theme holds, and the others are offered", func(t *testing.T) {
		wants(t, page(Frame{Theme: Dark}), `data-theme="dark"`, `content="dark"`, `value="light"`, `value="auto"`)
		wants(t, page(Frame{}), `data-theme="auto"`, `content="light dark"`)
	})
	t.Run("a form that came back says so in the title of the window", func(t *testing.T) {
		wants(t, page(Frame{Title: "Aanmelden", Faulty: true}), "<title>Fout: Aanmelden")
	})
	t.Run("the language of the frame wins over the language of the context", func(t *testing.T) {
		wants(t, page(Frame{Lang: livc.English}), `<html lang="en"`, "Leave fast")
	})
}

func TestRoomScreen(t *testing.T) {
	t.Run("cuts nothing off that people agree to, and sets it smaller", func(t *testing.T) {
		for n, class := range map[int]string{RoomLines: "room-few", 2 * RoomLines: "room-many", 20: "room-most"} {
			got := write(t, t.Context(), RoomScreen(Room{Code: "Kwarts-41", Question: "?", Lines: slices.Repeat([]string{"regel"}, n)}))
			if lines := strings.Count(got, "<li>regel"); lines != n || !strings.Contains(got, class) {
				t.Errorf("%d of %d lines, without %s", lines, n, class)
			}
		}
	})
	t.Run("has no identity, no menu and no name of who is signed in (4.12)", func(t *testing.T) {
		got := write(t, t.Context(), RoomScreen(Room{Frame: GalleryFrame(Light), Code: "Kwarts-41"}))
		for _, never := range []string{"Nele", "Demerrode", "<nav", "<form", "identity"} {
			if strings.Contains(got, never) {
				t.Errorf("shows %q", never)
			}
		}
	})
	t.Run("renews itself without a script", func(t *testing.T) {
		wants(t, write(t, t.Context(), RoomScreen(Room{Refresh: 15})), `<noscript><meta http-equiv="refresh" content="15">`)
	})
}

func TestThreeSheets(t *testing.T) {
	t.Run("each has its word and a shape of its own, the good first", func(t *testing.T) {
		shapes := map[string]bool{}
		for i, word := range []string{"Beschermt", "Baart zorgen", "Weten we niet"} {
			got := write(t, t.Context(), SideSheet(Sides()[i], nil))
			wants(t, got, word, "<svg")
			shapes[write(t, t.Context(), SideShape(Sides()[i]))] = true
		}
		if len(shapes) != 3 {
			t.Error("two sheets share a shape")
		}
	})
}

func TestPaper(t *testing.T) {
	t.Run("says how many copies there are, and that they are destroyed", func(t *testing.T) {
		wants(t, write(t, t.Context(), PrintPage(GalleryPaper("Agenda"))), "9 exemplaren.", "Vernietigen na de vergadering.", "kiezel-rivier-lamp-noord", "OEFENING")
	})
	t.Run("a person's own dossier is not told to be destroyed", func(t *testing.T) {
		p := GalleryPaper("Eigen dossier")
		p.Dossier = true
		if got := write(t, t.Context(), PrintPage(p)); strings.Contains(got, "Vernietigen") {
			t.Error(got)
		}
	})
	t.Run("does not name who printed it", func(t *testing.T) {
		p := GalleryPaper("Agenda")
		p.Frame.Who = "Nele Verzonnen"
		if got := write(t, t.Context(), PrintPage(p)); strings.Contains(got, "Nele") {
			t.Error(got)
		}
	})
}

func TestLeftPage(t *testing.T) {
	for _, lang := range i18n.Shown() {
		t.Run("says nothing about where one was, in "+string(lang), func(t *testing.T) {
			got := write(t, i18n.With(t.Context(), lang), LeftPage(GalleryFrame(Auto)))
			for _, never := range []string{"Beraad", "LIVC", "Nele", "Demerrode", "OEFENING", "favicon", "beraad.js"} {
				if strings.Contains(got, never) {
					t.Errorf("says %q", never)
				}
			}
		})
	}
}

func TestTaskStates(t *testing.T) {
	t.Run("each of the five says its state in words of its own", func(t *testing.T) {
		words := map[string]bool{}
		for _, s := range Tasks() {
			row := TaskRow(t.Context(), "#", "Een taak", "", s)
			words[row.Tag.Text] = true
			if row.Tag.Tone == "" {
				t.Errorf("%s has no tone", s)
			}
		}
		if len(words) != 5 {
			t.Errorf("%d words for five states", len(words))
		}
	})
}
