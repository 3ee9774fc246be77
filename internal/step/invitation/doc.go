// Package invitation is step 3 of the playbook and what lies between the list and the table: meetings
// planned, an agenda, who is needed for which question, invitations by the mayor, free answers, and
// the papers of an evening. It knows a case by its code, its age band and its casusblad; who the case
// is about it only copies, sealed, from the mayor's list to somebody who is invited. It knows nothing
// of what is said at the table.
package invitation
