// Package lite reads and writes SQLite the way this house does: named places ($1), arguments of a few
// types, rows that are scanned into fields and ids. It stands on zombiezen.com/go/sqlite, which is the
// same SQLite as the driver of database/sql (modernc.org/sqlite) without that interface between. It knows
// no table. A connection serves one caller at a time; its owner sees to that. ADR 0010 says why.
package lite
