// Package closing is step 7 of the playbook: a case is closed at the table by the criteria that were
// chosen at its start, with a last look back, and nothing of it judges the person. Closing does not
// lengthen the clock. It knows no page and no SQL.
package closing
