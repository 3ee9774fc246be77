package name

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed family.txt
var familyText string

//go:embed short.txt
var shortText string

// families binds a first name, written plainly or by its sound, to the first word of its line.
var families, familySounds = readFamilies(familyText)

// shorts binds a short form to the families it can stand for.
var shorts = readShorts(shortText)

func readFamilies(text string) (byPlain, bySound map[string]string) {
	byPlain, bySound = map[string]string{}, map[string]string{}
	for line := range contentLines(text) {
		words := strings.Fields(line)
		for _, w := range words {
			byPlain[plain(w)] = plain(words[0])
		}
	}
	for w, family := range byPlain {
		for _, k := range givenSounds(w) {
			if other, taken := bySound[k]; taken && other != family {
				bySound[k] = "" // two names sound alike: the sound decides nothing
				continue
			}
			bySound[k] = family
		}
	}
	return byPlain, bySound
}

func readShorts(text string) map[string][]string {
	m := map[string][]string{}
	for line := range contentLines(text) {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			m[words[0]] = append(m[words[0]], familyOf(w, givenSounds(w)))
		}
	}
	return m
}

func contentLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// familyOf is the name that w is a writing of, or w itself.
func familyOf(w string, keys []string) string {
	if f, ok := families[w]; ok {
		return f
	}
	for _, k := range keys {
		if f := familySounds[k]; f != "" {
			return f
		}
	}
	return w
}

// Known tells whether the word is a frequent first name, in any of its writings.
func Known(word string) bool {
	_, ok := families[plain(lower(word))]
	return ok
}

// givenSounds are the sound keys of a first name, where doubled letters and the last d, b or mute e
// after n say nothing: Mohammed, Ahmet, Zeynep, Yassine.
func givenSounds(w string) []string {
	keys := sounds.keys(w)
	for i, k := range keys {
		k = strings.ReplaceAll(single(k), "ck", "k")
		switch {
		case strings.HasSuffix(k, "t"):
			k = k[:len(k)-1] + "d"
		case strings.HasSuffix(k, "p"):
			k = k[:len(k)-1] + "b"
		}
		keys[i] = k
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// shortOf tells whether s is a short form of the first name whose family is f.
func shortOf(s, f, full string) bool {
	if slices.Contains(shorts[s], f) {
		return true
	}
	_, known := families[s]
	return !known && len(s) >= 3 && len(full) >= len(s)+3 && strings.HasPrefix(full, s)
}
