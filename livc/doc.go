// Package livc is the vocabulary of Beraad: the words of the playbook as types, the kinds of error,
// the two types that hold personal text, and identifiers. It knows no rule, no database, no key and
// no page, and imports the standard library only; every other package of Beraad imports it.
//
// LIVC R stands for lokale integrale veiligheidscel inzake radicalisme, extremisme en terrorisme.
// docs/glossary.tsv binds each Dutch word to one English name.
package livc
