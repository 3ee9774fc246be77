package web

import "net/http"

// counted remembers the status of an answer, for whoever counts.
type counted struct {
	http.ResponseWriter
	status int
}

// WriteHeader notes the status.
func (c *counted) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

// Unwrap gives the answer below, for http.ResponseController.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// code is the status that left; an answer that only wrote has said 200.
func (c *counted) code() int {
	if c.status == 0 {
		return http.StatusOK
	}
	return c.status
}
