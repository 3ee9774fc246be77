package seed

import (
	"fmt"
	"strings"
)

// checker keeps the first fault of a file.
type checker struct {
	stems map[string]bool
	err   error
}

func (c *checker) must(ok bool, format string, args ...any) {
	if !ok && c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// text asks for both languages.
func (c *checker) text(where string, t Text) {
	c.must(strings.TrimSpace(t.NL) != "" && strings.TrimSpace(t.EN) != "", "%s lacks its Dutch or English text", where)
}

// stem asks for a stem that its list does not hold yet.
func (c *checker) stem(list, stem string) {
	c.must(stem != "", "%s holds something without a stem", list)
	c.must(!c.stems[list+"."+stem], "%s holds %s twice", list, stem)
	c.stems[list+"."+stem] = true
}

func (c *checker) named(list string, all []Named) {
	c.must(len(all) > 0, "%s is empty", list)
	for _, n := range all {
		c.stem(list, n.Stem)
		c.text(list+"."+n.Stem, n.Text)
	}
}
