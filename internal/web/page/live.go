package page

import "net/http"

// RegionHeader is how the script of a page asks for the page again without its frame, after it heard that
// something changed. The way is the same: session, permit, look, leaf. Only it is no press.
const RegionHeader = "Beraad-Region"

// Renews tells whether a page asks for itself again, and not a person for a page.
func (r *Request) Renews() bool {
	return r.Method == http.MethodGet && r.Header.Get(RegionHeader) == "all"
}

// Live lets this page hear at an address that something changed; seen is the sequence that it shows, 0 when
// that is not known. A page with a form that came back is left as it is: what stands in it was typed.
func (r *Request) Live(address string, seen uint64) {
	if r.Posted() || r.Returned != nil {
		return
	}
	r.Frame.Live, r.Frame.Seen = address, seen
}
