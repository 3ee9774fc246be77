package main

import (
	"regexp"
	"strings"
)

// fonts finds the kit's typeface, which belongs to another government.
var fonts = regexp.MustCompile(`font-family:[^;}]*;?|(-webkit-|-moz-osx-)font-smoothing:[^;}]*;?`)

// keep gives the rules of a minified style sheet that speak of one of the parts; rules inside @media
// and @supports are sifted too. Fonts, the crest and everything else of the kit stay behind.
func keep(css string, parts []string) string {
	var kept strings.Builder
	for css != "" {
		head, body, rest := nextRule(css)
		css = rest
		switch {
		case strings.HasPrefix(head, "@media"), strings.HasPrefix(head, "@supports"):
			if inner := keep(body, parts); inner != "" {
				kept.WriteString(head + "{" + inner + "}")
			}
		case strings.HasPrefix(head, "@"):
		default:
			own, body := selectors(head, parts), fonts.ReplaceAllString(body, "")
			if own != "" && body != "" {
				kept.WriteString(own + "{" + body + "}")
			}
		}
	}
	return kept.String()
}

// selectors gives those of a list of selectors that speak of one of the parts.
func selectors(head string, parts []string) string {
	var own []string
	for _, s := range strings.Split(head, ",") {
		for _, part := range parts {
			if strings.Contains(s, part) {
				own = append(own, s)
				break
			}
		}
	}
	return strings.Join(own, ",")
}

// nextRule cuts the first rule off: its head, what stands between its braces, and the rest. A
// statement without braces, like @charset, has no body.
func nextRule(css string) (head, body, rest string) {
	open := strings.IndexByte(css, '{')
	if end := strings.IndexByte(css, ';'); end >= 0 && (open < 0 || end < open) {
		return css[:end], "", css[end+1:]
	}
	if open < 0 {
		return css, "", ""
	}
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return strings.TrimSpace(css[:open]), css[open+1 : i], css[i+1:]
		}
	}
	return css[:open], css[open+1:], ""
}
