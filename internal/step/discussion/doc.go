// Package discussion is step 4 of the playbook: what comes before the table (a conversation, a referral,
// the gates, the mayor's list) and the table itself. It knows who may be put on the list and what a
// sitting asks; it knows no meeting that is planned but not held (package invitation), no follow-up, no
// page and no key. Who a case is about stands sealed in the mayor's list and nowhere else.
package discussion
