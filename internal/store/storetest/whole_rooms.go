package storetest

// roomFaults are what may never be found about a room, whatever happened: each question counts rows that do
// not belong together.
var roomFaults = map[string]string{
	"a room without its item":                `SELECT count(*) FROM container c WHERE c.kind = 'room' AND NOT EXISTS (SELECT 1 FROM item i WHERE i.livc = c.livc AND i.room = c.id)`,
	"an item without its room":               `SELECT count(*) FROM item i WHERE i.room <> '' AND NOT EXISTS (SELECT 1 FROM container c WHERE c.livc = i.livc AND c.id = i.room AND c.kind = 'room')`,
	"a room of an item that is not open":     `SELECT count(*) FROM item i WHERE i.room <> '' AND (i.mode <> 'screens' OR i.state NOT IN ('open','suspended'))`,
	"an open item on screens without a room": `SELECT count(*) FROM item i WHERE i.room = '' AND i.mode = 'screens' AND i.state IN ('open','suspended')`,
	"a key of who is outside": `SELECT count(*) FROM key_grant g JOIN item i ON i.livc = g.livc AND i.room = g.container
		WHERE NOT EXISTS (SELECT 1 FROM presence p WHERE p.livc = i.livc AND p.item = i.id AND p.hat = g.hat AND p.left_at = 0)`,
	"somebody inside without a key": `SELECT count(*) FROM presence p JOIN item i ON i.livc = p.livc AND i.id = p.item JOIN hat h ON h.livc = p.livc AND h.id = p.hat
		WHERE i.room <> '' AND p.left_at = 0 AND h.state = 'active' AND NOT EXISTS (SELECT 1 FROM key_grant g WHERE g.livc = i.livc AND g.container = i.room AND g.hat = p.hat)`,
	"a fact that was shared and has no text": `SELECT count(*) FROM fact f JOIN item i ON i.livc = f.livc AND i.id = f.item
		WHERE f.state = 'shared' AND NOT EXISTS (SELECT 1 FROM record r WHERE r.livc = f.livc AND r.container = i.room AND r.id = f.id)`,
	"a text of a fact that nobody shared": `SELECT count(*) FROM record r WHERE r.kind = 'fact' AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.livc = r.livc AND f.id = r.id AND f.state = 'shared')`,
	"a fact outside a room":               `SELECT count(*) FROM fact f JOIN item i ON i.livc = f.livc AND i.id = f.item WHERE i.room = ''`,
	"a proposal outside a room":           `SELECT count(*) FROM motion m JOIN item i ON i.livc = m.livc AND i.id = m.item WHERE i.room = ''`,
	"a yes to nothing":                    `SELECT count(*) FROM motion_yes y WHERE NOT EXISTS (SELECT 1 FROM motion m WHERE m.livc = y.livc AND m.id = y.motion AND m.state = 'open')`,
	"an objection outside a room":         `SELECT count(*) FROM objection o JOIN item i ON i.livc = o.livc AND i.id = o.item WHERE i.room = ''`,
	"an objection without its reason":     `SELECT count(*) FROM objection o WHERE o.note <> '' AND NOT EXISTS (SELECT 1 FROM record r WHERE r.livc = o.livc AND r.container = o.note)`,
	"a reason of no objection":            `SELECT count(*) FROM record r WHERE r.kind = 'reason' AND NOT EXISTS (SELECT 1 FROM objection o WHERE o.livc = r.livc AND o.note = r.container)`,
	"a note to the chair about a point that is over": `SELECT count(*) FROM acquaintance x JOIN item i ON i.livc = x.livc AND i.id = x.item JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting
		WHERE i.state = 'closed' OR m.state <> 'open'`,
	"a note to the chair without its words": `SELECT count(*) FROM acquaintance x WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.livc = x.livc AND r.container = x.note AND r.id = x.id)`,
	"words to the chair of nobody":          `SELECT count(*) FROM record r WHERE r.kind = 'acquaintance' AND NOT EXISTS (SELECT 1 FROM acquaintance x WHERE x.livc = r.livc AND x.note = r.container)`,
	"a first thought outside a room":        `SELECT count(*) FROM drawer_item d JOIN item i ON i.livc = d.livc AND i.id = d.item WHERE d.kind = 'first_choice' AND i.room = ''`,
	"a first thought without its words":     `SELECT count(*) FROM drawer_item d WHERE d.kind = 'first_choice' AND NOT EXISTS (SELECT 1 FROM record r WHERE r.livc = d.livc AND r.container = d.container AND r.id = d.id)`,
	"words of no first thought":             `SELECT count(*) FROM record r WHERE r.kind = 'first_choice' AND NOT EXISTS (SELECT 1 FROM drawer_item d WHERE d.livc = r.livc AND d.id = r.id)`,
	"something that rests on nothing":       `SELECT count(*) FROM built_on b WHERE NOT EXISTS (SELECT 1 FROM fact f WHERE f.livc = b.livc AND f.id = b.fact)`,
}

// RoomFaults names what is wrong with the rooms in the database as it stands: nothing, ever (P8).
func (w *Town) RoomFaults() (list []string) {
	w.T.Helper()
	for what, q := range roomFaults {
		if w.Count(q) > 0 {
			list = append(list, what)
		}
	}
	return list
}
