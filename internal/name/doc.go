// Package name compares names of persons in spite of their spelling (the duplicate check, S5), and
// draws the soft names of cases, such as Kwarts-41 (D3). It knows how Arabic, Berber, Turkish, Slavic,
// French and Flemish names are written by different hands; it does not know anybody, keeps nothing,
// and never answers with a number. Only a list holder calls it, on an open referral (security.md D3).
package name
