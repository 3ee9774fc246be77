package main

import (
	"fmt"

	"github.com/evanw/esbuild/pkg/api"
)

// engines are the oldest browsers for which the look is built; older ones get plain pages that work.
var engines = []api.Engine{
	{Name: api.EngineChrome, Version: "109"}, {Name: api.EngineFirefox, Version: "115"}, {Name: api.EngineSafari, Version: "16.4"},
}

func script() ([]byte, error) {
	made := api.Build(api.BuildOptions{
		EntryPoints: []string{look + "/js/main.js"},
		Bundle:      true, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Format: api.FormatESModule, Charset: api.CharsetUTF8, Engines: engines,
		LegalComments: api.LegalCommentsNone, LogLevel: api.LogLevelWarning,
	})
	if len(made.Errors) > 0 {
		return nil, fmt.Errorf("build the script: %s", made.Errors[0].Text)
	}
	return made.OutputFiles[0].Contents, nil
}
