// Package storetest gives the tests of Beraad their databases. Postgres and PostgresDurable start
// PostgreSQL where a test needs it and stop it afterwards. The package knows how a test gets an
// empty database; it knows no table, no query and no rule. It runs on Linux.
package storetest
