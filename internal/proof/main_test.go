package proof

import (
	"bytes"
	"crypto/rand"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// text is a personal text of these tests.
type text struct{ Text livc.Secret }

// municipality reads the row of the town's municipality, with its containers.
func municipality(w *storetest.Town) (m support.Municipality) {
	w.T.Helper()
	look(w, w.Mayor, func(tx *deed.Tx) error {
		list, err := store.Support{}.Municipalities(w.Context(), tx)
		if err == nil {
			m = list[0]
		}
		return err
	})
	return m
}

// look runs f in a look that everybody may do.
func look(w *storetest.Town, by deed.By, f func(*deed.Tx) error) {
	w.T.Helper()
	w.Must(w.Gate.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), f))
}

// act runs f in a deed that everybody at the table may do.
func act(w *storetest.Town, by deed.By, f func(*deed.Tx) error) error {
	return w.Gate.Do(w.Context(), by, access.AskConversation, access.Whole(w.Livc), f)
}

// container makes a container of the actor's controller with one text in it.
func container(w *storetest.Town, by deed.By, kind livc.ContainerKind, words string, holders ...livc.ID) (id livc.ID) {
	w.T.Helper()
	w.Must(act(w, by, func(tx *deed.Tx) (err error) {
		if id, err = tx.NewContainer(kind, by.Controller, "", "", "test", holders...); err != nil {
			return err
		}
		return tx.Keep(id, "one", "note", text{livc.NewSecret(words)})
	}))
	return id
}

// read opens the text of a container as a new session of somebody does.
func read(w *storetest.Town, by deed.By, container livc.ID) (string, error) {
	afresh(by)
	var v text
	err := w.Gate.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error {
		return tx.Later(container, "one", &v)
	})
	return v.Text.Reveal(), err
}

// afresh forgets the container keys of a session.
func afresh(by deed.By) { by.Keys.(*storetest.Keys).Forget() }

// sql changes the database as somebody does who can write to it and do nothing else.
func sql(w *storetest.Town, q string, args ...any) {
	w.T.Helper()
	_, err := w.DB.Pools()[0].ExecContext(w.Context(), q, args...)
	w.Must(err)
}

// bytesOf reads one value from the database.
func bytesOf(w *storetest.Town, q string, args ...any) (b []byte) {
	w.T.Helper()
	w.Must(w.DB.Pools()[0].QueryRowContext(w.Context(), q, args...).Scan(&b))
	return b
}

// stranger is a key pair of nobody, for a hat and controller of choice.
func stranger(w *storetest.Town, controller, hat livc.ID) *seal.Hat {
	w.T.Helper()
	h, err := seal.NewMaster().Hat(w.Gate.Base(w.Livc), controller, hat)
	w.Must(err)
	return h
}

// gateOf is another program over the same database, with these epoch keys.
func gateOf(w *storetest.Town, current uint32, keys map[uint32][]byte) *deed.Gate {
	w.T.Helper()
	ring, err := seal.NewRing(current, keys)
	w.Must(err)
	service, err := seal.NewService(bytes.Repeat([]byte{7}, 32))
	w.Must(err)
	g := deed.New(deed.Parts{Store: w.DB, Clock: w.Clock, Rand: rand.Reader, Ring: ring, Service: service, Node: seal.NewNode(),
		Installation: "test", Practice: true})
	w.T.Cleanup(g.Close)
	return g
}

// restart puts a new program in the place of the old one: what was in memory is gone.
func restart(w *storetest.Town) {
	w.Gate = gateOf(w, 1, map[uint32][]byte{1: w.Epoch})
	w.Support.Gate = w.Gate
}
