// Package ui knows how Beraad looks: the frame round every page, sheets, lists, forms, the surfaces of
// a meeting, paper, and the pages that say what went wrong. Calm and paper-like; everything works
// without a script, and nothing is said by colour alone.
//
// A component shows what it is given. It knows no rules, asks nothing, and decides nothing: who may
// see a page was settled before it is called. Every text comes from package i18n or from the caller.
// No inline script, no inline style: the pages live under a content security policy without exceptions.
package ui
