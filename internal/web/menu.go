package web

import (
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Menu gives the entries that somebody in this function has use for; what a person may do is decided
// by the gate and not by the menu.
func Menu(me page.Me, f livc.Function) []page.MenuEntry {
	if f.Visits() {
		return nil
	}
	list := []page.MenuEntry{{Href: "/today", Key: "menu.today"}}
	if f == livc.Founder {
		list = append(list, page.MenuEntry{Href: "/founding", Key: "menu.founding"})
	}
	if me.ListHolder {
		list = append(list, page.MenuEntry{Href: "/list", Key: "menu.list"})
	}
	if f != livc.DPO && f != livc.Founder {
		list = append(list, page.MenuEntry{Href: "/meetings", Key: "menu.meetings"}, page.MenuEntry{Href: "/actions", Key: "menu.actions"})
	}
	if f == livc.Participant || f == livc.Coordinator || f.Chairs() {
		list = append(list, page.MenuEntry{Href: "/dossiers", Key: "menu.dossiers"})
	}
	if f == livc.Coordinator || f.Chairs() {
		list = append(list, page.MenuEntry{Href: "/terms", Key: "menu.terms"})
	}
	if f == livc.Officer {
		list = append(list, page.MenuEntry{Href: "/sheets", Key: "menu.sheets"})
	}
	if f == livc.DPO {
		list = append(list, page.MenuEntry{Href: "/log", Key: "menu.log"})
	}
	return append(list, page.MenuEntry{Href: "/network", Key: "menu.network"}, page.MenuEntry{Href: "/protocol", Key: "menu.protocol"})
}
