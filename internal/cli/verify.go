package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

type verifyCommand struct {
	place
	Checkpoint  []string `help:"A checkpoint that was given to somebody outside, as a file; repeat for more." type:"existingfile"`
	Certificate []string `help:"A proof of erasure, as a file; repeat for more. Then only these are checked." type:"existingfile"`
	Key         string   `help:"The public key that stands on the page of a proof: checks it anywhere, without the installation."`
}

// Run re-hashes the log of every LIVC R and of the installation, and compares it with every checkpoint
// there is: those in the database, and better, those that people kept elsewhere. It checks every proof of
// erasure too. Given certificates, it checks these alone.
func (v verifyCommand) Run(w *World) error {
	if v.Key != "" {
		return v.elsewhere(w)
	}
	c, err := v.read()
	if err != nil {
		return err
	}
	db, err := openDB(c)
	if err != nil {
		return err
	}
	defer db.Close()
	kind, err := db.Installation(w)
	if err != nil {
		return err
	}
	node, err := seal.LoadNode(c.Keys)
	if err != nil {
		return err
	}
	if len(v.Certificate) > 0 {
		n, err := v.certificates(w, db, kind.ID, node.Public())
		if err == nil && n > 0 {
			err = errFound
		}
		return err
	}
	list, err := db.LivcRs(w)
	if err != nil {
		return err
	}
	given, err := v.given()
	if err != nil {
		return err
	}
	bad := 0
	for _, id := range append([]livc.ID{livc.Installation}, list...) {
		origin := audit.Origin(kind.ID, id)
		points, err := points(w, db, id, origin, node.Public(), given)
		if err != nil {
			return err
		}
		n, err := verifyLog(w, db, id, origin, points)
		if err != nil {
			return err
		}
		m, err := stones(w, db, kind.ID, id, node.Public())
		if err != nil {
			return err
		}
		bad += n + m
	}
	for msg, used := range given {
		if !*used {
			return fmt.Errorf("a checkpoint belongs to no log of this installation, or is not signed by it: %.40s", msg)
		}
	}
	if bad > 0 {
		return errFound
	}
	return nil
}

// given reads the checkpoints from outside; each is marked when a log of it was found.
func (v verifyCommand) given() (map[string]*bool, error) {
	m := map[string]*bool{}
	for _, path := range v.Checkpoint {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read a checkpoint: %w", err)
		}
		m[string(b)] = new(bool)
	}
	return m, nil
}

func points(w *World, db *store.DB, id livc.ID, origin string, public []byte, given map[string]*bool) (list []audit.Checkpoint, err error) {
	verifier, err := audit.NewVerifier(origin, public)
	if err != nil {
		return nil, err
	}
	kept, err := db.Checkpoints(w, id)
	if err != nil {
		return nil, err
	}
	for _, msg := range kept {
		p, err := audit.Open([]byte(msg), verifier)
		if err != nil {
			return nil, fmt.Errorf("a checkpoint in the database is not signed by this installation: %w", err)
		}
		list = append(list, p)
	}
	for msg, used := range given {
		if p, err := audit.Open([]byte(msg), verifier); err == nil {
			list, *used = append(list, p), true
		}
	}
	return list, nil
}

func verifyLog(w *World, db *store.DB, id livc.ID, origin string, points []audit.Checkpoint) (int, error) {
	head, err := db.LogHead(w, id)
	if livc.KindOf(err) == livc.NotFoundKind {
		err = nil // nothing was recorded yet
	}
	if err != nil {
		return 0, err
	}
	found, err := audit.Verify(db.LeavesUntil(w, id, head.Frontier.Size), head.Frontier, points, head.Frontier.Size, progress(w.Errs))
	if err != nil {
		return 0, err
	}
	_, err = fmt.Fprintf(w.Out, "%s: %d leaves, %d checkpoints, %d findings\n", origin, head.Frontier.Size, len(points), len(found))
	for _, f := range found {
		_, e := fmt.Fprintf(w.Out, "  %s\n", f)
		err = errors.Join(err, e)
	}
	return len(found), err
}

const barWidth = 40

// progress draws a bar on one line.
func progress(w io.Writer) func(done, total int64) {
	return func(done, total int64) {
		part := int(min(done, total) * barWidth / max(total, 1))
		fmt.Fprintf(w, "\r[%s%s]", strings.Repeat("#", part), strings.Repeat(" ", barWidth-part))
		if done >= total {
			fmt.Fprintln(w)
		}
	}
}
