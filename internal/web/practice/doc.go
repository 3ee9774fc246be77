// Package practice holds the pages of the practice hall: choosing who one is today, the guided path, the
// clock, the mail tray, playing the town again. A real installation does not have these routes. Signing
// in here is the ordinary unlock, with the unlocker that only people of a practice town have.
package practice
