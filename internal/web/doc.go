// Package web puts the pages on the server: addresses, headers, who is signed in, and the one place
// where an error becomes a page. The pages of each step stand in a folder of their own beside it; what
// they share is in package page, what they look like in package ui. web never sees the database.
package web
