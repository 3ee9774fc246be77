package i18n

import (
	"fmt"
	"reflect"
	"strings"
)

// sentence is a text without a plural, taken apart once: words and placeholders in turn. A page says
// hundreds of them.
type sentence struct {
	words []string // one more than holes
	holes []string // the name in each {{.Name}}
}

// takeApart reads a text; anything in braces that is no placeholder is a fault of the file.
func takeApart(text string) (s sentence, err error) {
	for {
		before, rest, found := strings.Cut(text, "{{")
		s.words = append(s.words, before)
		if !found {
			return s, nil
		}
		hole, after, closed := strings.Cut(rest, "}}")
		name, named := strings.CutPrefix(hole, ".")
		if !closed || !named || strings.ContainsAny(name, " .|{") || name == "" {
			return s, fmt.Errorf("%q is no placeholder", "{{"+hole)
		}
		s.holes = append(s.holes, name)
		text = after
	}
}

// fill says the sentence with values in the holes; a hole without one makes the whole text missing.
func (s sentence) fill(key string, with values) string {
	if len(s.holes) == 0 {
		return s.words[0]
	}
	to := make([]byte, 0, 128)
	for i, name := range s.holes {
		v, ok := with.value(name)
		if !ok || v == nil {
			return missing(key)
		}
		to = appendValue(append(to, s.words[i]...), v)
	}
	return string(append(to, s.words[len(s.holes)]...))
}

func appendValue(to []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return append(to, v...)
	case fmt.Formatter, fmt.Stringer, error:
		return fmt.Append(to, v)
	}
	if r := reflect.ValueOf(v); r.Kind() == reflect.String {
		return append(to, r.String()...)
	}
	return fmt.Append(to, v)
}
