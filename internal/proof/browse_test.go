package proof

import (
	"net/http"
	"slices"
	"strings"

	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// visit is one address that somebody looked at.
type visit struct {
	who, pattern, path string
	ids                []livc.ID
	page               webtest.Page
}

// browse looks at every address as everybody, each part of an address filled with what the story made,
// and gives all that was shown.
func browse(x *world, s *webtest.Site, each func(visit)) string {
	x.T.Helper()
	var shown strings.Builder
	all := everybody(x.Town)
	for _, r := range routes(x.Town) {
		for _, ids := range x.both(r.Pattern) {
			path, parts, ok := address(r.Pattern, http.MethodGet, ids)
			if !ok {
				continue
			}
			v := visit{pattern: r.Pattern, path: path}
			for _, p := range parts {
				if ids[p] == "" {
					x.T.Errorf("%s asks for {%s}: the story must make one", r.Pattern, p)
				}
				v.ids = append(v.ids, ids[p])
			}
			for _, who := range names(all) {
				if x.few && slices.Contains([]string{"representative", "caw", "ocmw", "founder"}, who) {
					continue // like somebody else who looks
				}
				v.who, v.page = who, s.As(all[who]).Get(path)
				shown.WriteString(v.page.Body)
				each(v)
			}
		}
	}
	return shown.String()
}

// both fills an address with what the story made, and where it is about a table, also with the one on screens.
func (x *world) both(pattern string) []map[string]livc.ID {
	if strings.Contains(pattern, "{meeting}") || strings.Contains(pattern, "{item}") {
		return []map[string]livc.ID{x.objects, x.atScreens()}
	}
	return []map[string]livc.ID{x.objects}
}

func names[T any](m map[string]T) (list []string) {
	for n := range m {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}
