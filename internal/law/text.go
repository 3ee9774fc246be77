package law

import (
	"embed"
	"io/fs"
)

//go:embed text/*.toml
var texts embed.FS

// Texts are the sentences that belong to the keys of this package, one file per language (nl.toml,
// en.toml), for the language files of the interface to take up.
func Texts() fs.FS {
	sub, err := fs.Sub(texts, "text")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
