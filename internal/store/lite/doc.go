// Package lite speaks with SQLite without database/sql between: statements that are prepared once for
// each connection, arguments that are copied once, and rows that are read where SQLite left them. It
// uses the same SQLite as the driver (modernc.org/sqlite/lib) and knows no table. A connection serves
// one caller at a time; its owner sees to that. ADR 0009 says why.
package lite
