package deed

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Screen is a screen in the room: offered with a code, asking with the public half of its pair, and let in
// once the key of what hangs on the wall was sealed to it. It is a row of the installation, because who
// types a code has no LIVC R yet. Dutch: zaalscherm.
type Screen struct {
	ID            livc.ID
	Livc, Meeting livc.ID
	Container     livc.ID // of what hangs on the wall
	Code          []byte  // of the code to type, not the code
	Tries         int
	Until         time.Time
	Public        []byte // of its pair; the private half is in its cookie
	Sealed        []byte // the key, to that pair
	Blind         bool   // darkened by the desk
}

// Asking tells whether a screen typed the code and waits to be let in.
func (s Screen) Asking() bool { return len(s.Public) > 0 && len(s.Sealed) == 0 }

// LetIn tells whether a screen was let in.
func (s Screen) LetIn() bool { return len(s.Sealed) > 0 }

// Words are the four words by which two people see that the screen that asks is the one on the wall.
func (s Screen) Words() []string {
	if len(s.Public) == 0 {
		return nil
	}
	sum := sha256.Sum256(s.Public)
	return FourWords(sum[:])
}

// NewScreen draws the pair of a screen: the private half for its cookie, the public half for the desk.
func NewScreen() (private, public []byte, err error) {
	s, err := seal.NewScreen()
	if err != nil {
		return nil, nil, err
	}
	return s.Private(), s.Public(), nil
}

// LetIn seals the key of a container to a screen, in a live request of somebody who holds it.
func (tx *Tx) LetIn(container, screen livc.ID, public []byte) ([]byte, error) {
	k, err := tx.key(container)
	if err != nil {
		return nil, err
	}
	base := tx.gate.Base(tx.By.Livc)
	sealed, err := seal.SealToScreen(base, screen, container, k, public)
	if err != nil {
		return nil, fmt.Errorf("seal a key to a screen: %w", err)
	}
	sealed = tx.gate.Ring.Wrap(base, "screen", string(screen), sealed)
	tx.written = append(tx.written, sealed)
	return sealed, nil
}

// Wall gives a screen its own row, and opens for it what the desk last hung on the wall; found is false
// when nothing hangs there. NotFound for a screen that is gone, late, or not the one of the row.
//
// It writes no leaf of its own: the deed of the desk that sealed this text to the screen is the look, and it
// was committed before a byte of it left (architecture 4). A screen is no person and opens nothing else.
func (g *Gate) Wall(ctx context.Context, id livc.ID, private []byte, kind string, dst any) (s Screen, found bool, err error) {
	pair, err := seal.ScreenFrom(private)
	if err != nil {
		return s, false, livc.NotFound()
	}
	var b box
	err = g.Store.Read(ctx, func(v Vault) error {
		if s, err = g.screen(ctx, v, id, pair); err != nil || !s.LetIn() {
			return err
		}
		c, err := v.Container(ctx, s.Livc, s.Container)
		if err != nil {
			return err
		}
		b.container = &c
		rows, err := v.Records(ctx, s.Livc, s.Container, kind)
		if len(rows) > 0 {
			b.record = rows[0]
		}
		return err
	})
	if err != nil || b.record.ID == "" {
		return s, false, err
	}
	return s, true, g.openWall(ctx, pair, s, b, dst)
}

// ScreenStands gives a screen its own row and opens nothing; NotFound as Wall. A stream of the screen asks
// with it whether it may go on.
func (g *Gate) ScreenStands(ctx context.Context, id livc.ID, private []byte) (s Screen, err error) {
	pair, err := seal.ScreenFrom(private)
	if err != nil {
		return s, livc.NotFound()
	}
	err = g.Store.Read(ctx, func(v Vault) error {
		s, err = g.screen(ctx, v, id, pair)
		return err
	})
	return s, err
}

// screen gives the row of a screen that is not gone, not late, and has this pair.
func (g *Gate) screen(ctx context.Context, v Vault, id livc.ID, pair *seal.Screen) (Screen, error) {
	s, err := v.Screen(ctx, id)
	if err == nil && (!bytes.Equal(s.Public, pair.Public()) || g.Clock.Civil().After(s.Until)) {
		err = livc.NotFound()
	}
	return s, err
}

func (g *Gate) openWall(ctx context.Context, pair *seal.Screen, s Screen, b box, dst any) error {
	base := g.Base(s.Livc)
	sealed, err := g.Ring.Unwrap(base, "screen", string(s.ID), s.Sealed)
	if err != nil {
		return err
	}
	k, err := pair.Open(base, s.ID, s.Container, b.container.KeyVersion, sealed)
	if err != nil {
		return err
	}
	defer k.Wipe()
	b.dst = dst
	o := g.Ring.Opener()
	defer o.Wipe()
	return g.unpack(ctx, o, nil, k, &b)
}

// codeDigits is how many digits somebody types over from one screen to another.
const codeDigits = 6

// NewCode draws a code of six digits to type over, and what is kept of it.
func (tx *Tx) NewCode(table string, row livc.ID) (code string, kept []byte) {
	var b [codeDigits]byte
	for i := range b {
		for { // every digit as likely as another
			_, _ = rand.Read(b[i : i+1]) // never fails
			if b[i] < 250 {
				b[i] = '0' + b[i]%10
				break
			}
		}
	}
	return string(b[:]), tx.codeHash(table, row, string(b[:]))
}

// IsCode tells whether a code was typed as it was drawn.
func (tx *Tx) IsCode(table string, row livc.ID, kept []byte, code string) bool {
	return hmac.Equal(kept, tx.codeHash(table, row, code))
}

// codeHash belongs to the installation: who types a code has no LIVC R yet.
func (tx *Tx) codeHash(table string, row livc.ID, code string) []byte {
	return tx.gate.Service.CodeHash(tx.gate.Base(livc.Installation), table, string(row), code)
}
