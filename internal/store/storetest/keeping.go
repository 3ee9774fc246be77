package storetest

import (
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
)

// Processing does the deeds of step 6 in this town.
func (w *Town) Processing() *processing.Service {
	return &processing.Service{Gate: w.Gate, Book: store.Processing{}, Wipe: w.DB.Wipe}
}
