package ui

// pressed writes a state for who listens to the page instead of looking at it.
func pressed(yes bool) string {
	if yes {
		return "true"
	}
	return "false"
}
