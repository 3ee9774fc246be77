// Package store holds all SQL. One text serves SQLite and PostgreSQL; every statement is a constant
// whose name begins with q, and a test prepares each of them on both engines, checks that it fixes
// livc for every table it names, and that it finds an index. store implements what deed, identity and
// the steps ask for; it knows no permit and no page.
package store
