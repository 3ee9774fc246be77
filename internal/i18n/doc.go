// Package i18n knows the words of the interface: every text a person reads, under a key, in each
// language. One folder per language, one file per stem: nl/refer_case.toml holds the keys that begin
// with refer_case. Dutch is the source; the other languages have the same keys.
//
// The language travels in the context, so that a component asks T(ctx, key) and nothing else. The
// package knows no pages and no rules: a citation is data and comes in as an argument. The sentences of
// the law's refusals stand beside the rules in package law and are taken up from there.
package i18n
