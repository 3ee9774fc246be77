package pgserver

import "testing"

func TestTheAddressOfAnotherDatabase(t *testing.T) {
	for server, want := range map[string]string{
		"postgres:///postgres?host=%2Ftmp%2Fx&user=beraad": "postgres:///town?host=%2Ftmp%2Fx&user=beraad",
		"postgres://a:b@db.example:5433":                   "postgres://a:b@db.example:5433/town",
		"host=/tmp/x dbname=postgres":                      "host=/tmp/x dbname=postgres dbname=town",
	} {
		if got := withDatabase(server, "town"); got != want {
			t.Errorf("%s: got %s, want %s", server, got, want)
		}
	}
}

func TestAGoneDatabaseIsNotServed(t *testing.T) {
	s := start(t, Quick)
	dsn, err := CreateDatabase(t.Context(), s.Address())
	if err != nil {
		t.Fatal(err)
	}
	connect(t, dsn)
	if err := DropDatabase(t.Context(), s.Address(), dsn); err != nil {
		t.Fatalf("with somebody still connected: %v", err)
	}
	if err := execute(t.Context(), dsn, "SELECT 1"); err == nil {
		t.Error("a removed database still answers")
	}
}
