package practice

// erasedCase is a case of more than a year ago: by now only the proof is left.
func (p *play) erasedCase() error {
	if err := p.list("erased", p.days.Erased.Add(0, 0, -21)); err != nil {
		return err
	}
	return p.hold("erased", p.days.Erased)
}

// closedCase is a case whose year is almost over.
func (p *play) closedCase() error {
	if err := p.list("closed", p.days.Closed.Add(0, 0, -21)); err != nil {
		return err
	}
	return p.hold("closed", p.days.Closed)
}

// halfYearAgo are two paths that began then: one that is almost at its end, and one that does not move.
func (p *play) halfYearAgo() error {
	if err := p.list("aftercare", p.days.Long.Add(0, 0, -24)); err != nil {
		return err
	}
	if err := p.list("stuck", p.days.Long.Add(0, 0, -23)); err != nil {
		return err
	}
	return p.hold("long", p.days.Long)
}

// sixWeeksAgo is the first talk about the case that runs well.
func (p *play) sixWeeksAgo() error {
	if err := p.list("followed", p.days.Before.Add(0, 0, -21)); err != nil {
		return err
	}
	return p.hold("before", p.days.Before)
}

// threeWeeksAgo is the last meeting.
func (p *play) threeWeeksAgo() error { return p.hold("last", p.days.Last) }
