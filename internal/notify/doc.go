// Package notify sends mail that says nothing: that something waits, and at which address of the
// installation. No code, no case, no role, no LIVC R in sender or subject; two people who get the same
// kind of message get the same words (W12). It knows templates, letters and a mail server; who waits
// for what it asks through Outbox, and it sees no deed, no table and no page.
package notify
