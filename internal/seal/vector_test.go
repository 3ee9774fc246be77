package seal_test

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// A vector is one sealed thing with everything needed to open it, and what it must give. The same
// vectors are committed for second implementers (docs/spec/vectors) and attacked by the tests.
// Arguments are texts; those in hexArgs are bytes in hexadecimal.
type vector struct {
	Name  string            `json:"name"`
	Form  string            `json:"form"`
	Args  map[string]string `json:"args"`
	Opens string            `json:"opens"`
}

// blobArgs are the arguments that are blobs with a head; signedArgs are protected by a signature.
var (
	blobArgs   = map[string]bool{"outer": true, "sealed": true, "wrapped": true, "body": true}
	signedArgs = map[string]bool{"signature": true, "manifest1": true, "signature1": true, "manifest2": true, "signature2": true, "file": true}
)

// with gives the vector with one argument replaced.
func (v vector) with(arg, value string) vector {
	v.Args = maps.Clone(v.Args)
	v.Args[arg] = value
	return v
}

func (v vector) bytes(arg string) []byte {
	b, err := hex.DecodeString(v.Args[arg])
	if err != nil {
		panic(v.Name + " " + arg + ": " + err.Error())
	}
	return b
}

func (v vector) id(arg string) livc.ID { return livc.ID(v.Args[arg]) }

func (v vector) number(arg string) int {
	n, err := strconv.Atoi(v.Args[arg])
	if err != nil {
		panic(err)
	}
	return n
}

func (v vector) base() seal.Base {
	return seal.Base{Installation: v.Args["installation"], Practice: v.Args["kind"] == "practice", Livc: v.id("livc")}
}

func (v vector) ref() seal.Ref {
	return seal.Ref{Livc: v.id("livc"), Container: v.id("container"), Record: v.id("record"), Revision: v.number("revision"),
		Kind: v.Args["record_kind"], Author: v.id("author"), KeyVersion: v.number("key_version")}
}

func (v vector) grant() seal.Grant {
	return seal.Grant{Livc: v.id("livc"), Container: v.id("container"), KeyVersion: v.number("key_version"), Recipient: v.id("recipient"),
		Granter: v.id("granter"), ManifestVersion: v.number("manifest_version"), Reason: v.Args["reason"]}
}

// hats and intakes remember derived keys: the bit walks open one vector thousands of times.
var (
	hats    = map[string]*seal.Hat{}
	intakes = map[string]*seal.Intake{}
)

func (v vector) hat(hat string) (*seal.Hat, error) {
	key := strings.Join([]string{v.Args["master"], v.Args["installation"], v.Args["kind"], v.Args["livc"], v.Args["controller"], v.Args[hat]}, "|")
	if h, ok := hats[key]; ok {
		return h, nil
	}
	m, err := seal.MasterFrom(v.bytes("master"))
	if err != nil {
		return nil, err
	}
	h, err := m.Hat(v.base(), v.id("controller"), v.id(hat))
	hats[key] = h
	return h, err
}

func (v vector) ring() (*seal.Ring, error) {
	keys, current := map[uint32][]byte{}, uint32(0)
	for _, n := range []uint32{1, 2} {
		if arg := "epoch_key_" + strconv.Itoa(int(n)); v.Args[arg] != "" {
			keys[n], current = v.bytes(arg), n
		}
	}
	return seal.NewRing(current, keys)
}

// open opens the vector and gives what came out, in hexadecimal where it is bytes.
func (v vector) open() (string, error) {
	switch v.Form {
	case "epoch":
		r, err := v.ring()
		if err != nil {
			return "", err
		}
		return text(r.Unwrap(v.base(), v.Args["table"], v.Args["row"], v.bytes("outer")))
	case "contact":
		s, err := seal.NewService(v.bytes("key"))
		if err != nil {
			return "", err
		}
		c, err := s.Open(v.base(), v.Args["table"], v.Args["row"], v.Args["field"], v.bytes("sealed"))
		return text([]byte(c.Reveal()), err)
	case "unlocker":
		return master(seal.UnwrapMaster(v.base(), seal.UnlockerKind(v.Args["unlocker_kind"]), v.id("person"), v.id("unlocker"), v.bytes("secret"), v.bytes("wrapped")))
	case "session":
		return master(seal.UnwrapSession(v.base(), v.bytes("secret"), v.bytes("wrapped")))
	case "draft":
		return text(seal.OpenDraft(v.base(), v.bytes("secret"), v.Args["place"], v.bytes("sealed")))
	case "pins":
		return v.openPins()
	case "record":
		return text(seal.OpenRecord(v.base(), v.ref(), seal.KeyFrom(v.number("key_version"), v.bytes("key")), v.bytes("wrapped"), v.bytes("body")))
	case "intake":
		i, ok := intakes[v.Args["private"]]
		if !ok {
			i = must(seal.IntakeFrom(v.bytes("private")))
			intakes[v.Args["private"]] = i
		}
		return text(i.Open(v.base(), v.ref(), v.bytes("wrapped"), v.bytes("body")))
	case "grant":
		h, err := v.hat("recipient_hat")
		if err != nil {
			return "", err
		}
		k, err := seal.OpenGrant(v.base(), v.grant(), v.bytes("sealed"), v.bytes("signature"), h, v.bytes("granter_sig"))
		if err != nil {
			return "", err
		}
		return text(seal.KeyBytes(k), nil)
	case "chain":
		return v.openChain()
	case "signature":
		if !seal.Verify(v.bytes("public"), v.Args["domain"], v.bytes("message"), v.bytes("signature")) {
			return "", seal.ErrSignature
		}
		return v.Args["message"], nil
	case "intake_key":
		return v.Args["public"], seal.CheckIntake(v.base(), v.id("container"), v.number("key_version"), v.bytes("public"), v.bytes("signature"), v.bytes("holder_sig"))
	case "hat":
		h, err := v.hat("hat")
		if err != nil {
			return "", err
		}
		return text(append(h.KEM(), h.Sig()...), nil)
	case "recovery":
		return text(seal.ParseRecoveryCode(v.Args["code"]))
	case "transfer_address":
		a, err := seal.ParseTransferAddress(v.Args["address"])
		if err != nil {
			return "", err
		}
		words := a.Words()
		return strings.Join(words[:], " "), nil
	case "transfer":
		t, err := seal.OpenTransfer(v.Args["kind"] == "practice", v.bytes("private"), v.bytes("file"))
		return transferText(t), err
	case "words":
		return strings.Join(seal.Words(v.bytes("sum"), v.number("n")), " "), nil
	case "session_id":
		return seal.SessionID(v.bytes("secret")), nil
	case "row_hash":
		h := seal.RowHash(v.bytes("part1"), v.bytes("part2"))
		return text(h[:], nil)
	}
	panic("no form " + v.Form)
}

// transferText is what an opened file says.
func transferText(t seal.Transfer) string {
	return fmt.Sprintf("%s %v %x %s", t.Made, t.Both, t.Receipt, t.Text)
}

func (v vector) openPins() (string, error) {
	m, err := seal.MasterFrom(v.bytes("master"))
	if err != nil {
		return "", err
	}
	hat, err := m.Hat(v.base(), v.id("controller"), v.id("hat"))
	if err != nil {
		return "", err
	}
	pins, err := hat.OpenPins(v.bytes("sealed"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, p := range pins {
		b.WriteString(strings.Join([]string{string(p.Livc), string(p.Controller), hex.EncodeToString(p.Root), strconv.Itoa(p.Version), hex.EncodeToString(p.Hash[:])}, " ") + "\n")
	}
	return b.String(), nil
}

func (v vector) chain() (chain []seal.SignedManifest, err error) {
	for _, n := range []string{"1", "2"} {
		if v.Args["manifest"+n] == "" {
			continue
		}
		m, err := seal.ParseManifest(v.bytes("manifest" + n))
		if err != nil {
			return nil, err
		}
		chain = append(chain, seal.SignedManifest{Manifest: m, Signature: v.bytes("signature" + n)})
	}
	return chain, nil
}

func (v vector) openChain() (string, error) {
	chain, err := v.chain()
	if err != nil {
		return "", err
	}
	p := seal.Pin{Livc: v.id("livc"), Controller: v.id("controller"), Root: v.bytes("root"), Version: v.number("pinned_version")}
	copy(p.Hash[:], v.bytes("pinned_hash"))
	next, err := p.Check(chain)
	return text(next.Hash[:], err)
}

func text(b []byte, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}

func master(m *seal.Master, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return text(m.Bytes(), nil)
}

var errorWords = map[string]error{
	"unknown": seal.ErrUnknown, "broken": seal.ErrBroken, "wrong secret": seal.ErrWrongSecret, "signature": seal.ErrSignature,
	"misplaced": seal.ErrMisplaced, "manifest": seal.ErrManifest, "rolled back": seal.ErrRolledBack, "mistyped": seal.ErrMistyped, "weak": seal.ErrWeak,
	"other town": seal.ErrOtherTown, "other kind": seal.ErrOtherKind, "address": seal.ErrAddress,
}

func errorWord(err error) string {
	for word, e := range errorWords {
		if errors.Is(err, e) {
			return word
		}
	}
	return ""
}
