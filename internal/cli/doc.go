// Package cli holds the commands of beraad and puts the house together: configuration, keys, database,
// gate, services, pages, mail. It knows no rule and no page; assemble.go is the one place where the
// parts of every step meet.
package cli
