// Package deed is the gate: the only way to read or change anything in Beraad. A deed begins in a
// writing transaction, gathers the facts about actor and object, asks package access, runs the use
// case, seals what is personal, appends a leaf to the log of that LIVC R, and commits; either all of
// it happens or nothing. Looking is a deed too: its leaf is committed before a text is opened.
//
// deed knows no rule of a step, no SQL and no page. What it needs of the database it asks through
// Store; what it needs of a session through Keys.
//
// One writer joins the deeds that wait at the same moment into one durable transaction (writer.go),
// each in a savepoint of its own, so that one refused deed does not touch its neighbours.
package deed
