// Package proof keeps the security properties of Beraad as tests that go through the whole house: deeds
// through the gate, pages through the server, on both engines. Each test carries the id of its property
// (C1, Z6, L2...); docs/properties.md lists them all with the tests that prove them. The attackers here
// hold what the threat model gives them: the database, a backup, a browser, or a seat at the table.
// It belongs to the workshop and holds tests only.
package proof
