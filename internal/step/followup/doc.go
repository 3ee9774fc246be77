// Package followup is step 5 of the playbook: what was agreed at the table is done, each within the own
// mission, and one case manager tells how it goes. It keeps states and days in clear and general words
// sealed; what somebody said to somebody stands nowhere. It moves no clock.
package followup
