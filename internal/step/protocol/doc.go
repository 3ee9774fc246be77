// Package protocol is step 2 of the playbook: the cooperation protocol, agreed by partners and put in
// force by the mayor. It configures the rest: which ways of referring are open, when a name is shown,
// how long a text may be kept, when reviews fall. It may shorten a term of the law, never lengthen it.
package protocol
