// Package page is what every page of Beraad has in common: reading a form, who is acting, answering
// with a page, a redirect or a message at its field, and turning an error into the page it deserves.
// It knows no step and no rule. The packages beside it, one for each step, hold the pages themselves;
// package web puts them on the server.
package page
