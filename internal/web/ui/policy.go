package ui

// ContentPolicy is the Content-Security-Policy under which every page of this package works: nothing
// inline, nothing from elsewhere, and no text that a script turns into markup.
const ContentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
