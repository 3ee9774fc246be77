package discussion_test

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/store/storetest"
)

func organisationOf(w *storetest.Town, name string) access.Object {
	return access.Object{Kind: access.OfOrganisation, ID: w.Organisation[name]}
}
