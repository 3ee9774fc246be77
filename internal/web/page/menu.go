package page

// MenuEntry is an address of the menu with the key of its text.
type MenuEntry struct{ Href, Key string }
