package audit

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"beraad.eu/livc"
)

// Checkpoint says how large the log was and what its root was, at a civil time. Signed, it is given to
// people outside (the data protection officers), who can so prove later that nothing before it changed.
// Dutch: controlepunt.
type Checkpoint struct {
	Origin string // which log: see Origin
	Size   int64  // number of leaves, padded: see Padding
	Root   tlog.Hash
	At     time.Time // civil time, kept to the microsecond
}

// Origin names the log of one LIVC R in one installation.
func Origin(installation string, of livc.ID) string {
	return "beraad/" + installation + "/" + string(of)
}

const civilForm = "2006-01-02T15:04:05.000000Z"

const civilLine = "civil "

var errCheckpoint = errors.New("audit: malformed checkpoint")

// Sign writes the checkpoint as a signed note in the C2SP form (tlog-checkpoint), so that tools of others
// read it too; the civil time is its one extension line. The signer carries the origin as its name.
func Sign(c Checkpoint, s note.Signer) ([]byte, error) {
	text := c.text()
	if _, err := parseCheckpoint(text); err != nil || c.Origin != s.Name() {
		return nil, errCheckpoint
	}
	msg, err := note.Sign(&note.Note{Text: text}, s)
	if err != nil {
		return nil, fmt.Errorf("sign checkpoint: %w", err)
	}
	return msg, nil
}

func (c Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n%s%s\n", c.Origin, c.Size, c.Root, civilLine, c.At.UTC().Format(civilForm))
}

// Open checks the signature and reads the checkpoint. Signer and origin must carry the same name, so that
// a checkpoint of another log, signed by the same node, is not taken for one of this.
func Open(msg []byte, v note.Verifier) (Checkpoint, error) {
	n, err := note.Open(msg, note.VerifierList(v))
	if err != nil {
		return Checkpoint{}, fmt.Errorf("open checkpoint: %w", err)
	}
	c, err := parseCheckpoint(n.Text)
	if err != nil || c.Origin != v.Name() {
		return Checkpoint{}, errCheckpoint
	}
	return c, nil
}

// parseCheckpoint takes only what text writes.
func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 || lines[0] == "" || !strings.HasPrefix(lines[3], civilLine) {
		return Checkpoint{}, errCheckpoint
	}
	size, err1 := strconv.ParseInt(lines[1], 10, 64)
	root, err2 := tlog.ParseHash(lines[2])
	at, err3 := time.Parse(civilForm, strings.TrimPrefix(lines[3], civilLine))
	c := Checkpoint{Origin: lines[0], Size: size, Root: root, At: at}
	if errors.Join(err1, err2, err3) != nil || size < 0 || c.text() != text {
		return Checkpoint{}, errCheckpoint
	}
	return c, nil
}
