package name

// A reading is one way to read what was typed: which words are first names and which are surnames.
type reading struct {
	first []string
	last  []string
	fore  *forename
	sur   *surname
}

func (r *reading) forename() forename {
	if r.fore == nil {
		f := newForename(r.first)
		r.fore = &f
	}
	return *r.fore
}

func (r *reading) surname() surname {
	if r.sur == nil {
		s := newSurname(r.last)
		r.sur = &s
	}
	return *r.sur
}

// turned reads the first name as surname and the other way round.
func (r *reading) turned() *reading { return &reading{first: r.last, last: r.first} }

// ready is a person whose words are cut.
type ready struct {
	first, last []string
	year        int
}

func prepare(p Person) ready {
	return ready{wordsOf(lower(p.First.Reveal())), wordsOf(lower(p.Last.Reveal())), p.BirthYear}
}

func wordsOf(s string) []string {
	if isUnknown(s) {
		return nil
	}
	return tokens(s)
}

func (p ready) enough() bool {
	letters := 0
	for _, w := range p.last {
		letters += len(w)
	}
	return letters >= 2 && (len(p.first) > 0 || p.year != 0 || len(p.last) > 1)
}

// readings of a person: as typed, and every split when all stands in the field of the surname.
func (p ready) readings() []*reading {
	list := []*reading{{first: p.first, last: p.last}}
	if len(p.first) == 0 {
		for i := 1; i < len(p.last); i++ {
			list = append(list, &reading{first: p.last[:i], last: p.last[i:]})
		}
	}
	return list
}
