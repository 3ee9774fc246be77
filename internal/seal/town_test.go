package seal_test

import (
	"encoding/hex"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"
	"testing/cryptotest"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// A small town: enough people, containers and rows to make one vector of every form and more.

var testParams = seal.Params{Memory: 64, Time: 1, Threads: 1}

// baseOf gives the base and its arguments; n turns installation, kind and livc.
func baseOf(n int) (seal.Base, map[string]string) {
	b := seal.Base{Installation: fmt.Sprintf("installation-%d", n%2), Practice: n%4 > 1, Livc: livc.ID(fmt.Sprintf("livc-%d", n%3))}
	kind := map[bool]string{false: "real", true: "practice"}[b.Practice]
	return b, map[string]string{"installation": b.Installation, "kind": kind, "livc": string(b.Livc)}
}

// must takes over a result of the fixture.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type builder struct{ list []vector }

func (t *builder) add(form string, base, args map[string]string, opens string) {
	maps.Copy(args, base)
	t.list = append(t.list, vector{Name: fmt.Sprintf("%s-%02d", form, len(t.list)), Form: form, Args: args, Opens: opens})
}

func x(b []byte) string { return hex.EncodeToString(b) }

// makeVectors builds every vector anew from a fixed seed.
func makeVectors(t *testing.T) []vector {
	cryptotest.SetGlobalRandom(t, 42)
	w := &builder{}
	for n := range 9 {
		w.epochs(n)
		w.people(n)
		w.records(n)
	}
	for n := range 3 {
		w.hybrid(n)
		w.smallForms(n)
	}
	w.chains()
	w.transfers()
	return w.list
}

func (w *builder) epochs(n int) {
	b, base := baseOf(n)
	keys := map[uint32][]byte{1: seal.NewEpochKey(), 2: seal.NewEpochKey()}
	r := must(seal.NewRing(uint32(1+n%2), keys))
	inner := []byte(fmt.Sprintf("a wrapped key, row %d", n))
	row := fmt.Sprintf("%s/row-%d", b.Livc, n)
	w.add("epoch", base, map[string]string{"epoch_key_1": x(keys[1]), "epoch_key_2": x(keys[2]), "table": "record_key", "row": row,
		"outer": x(r.Wrap(b, "record_key", row, inner))}, x(inner))
}

func (w *builder) people(n int) {
	b, base := baseOf(n)
	key := seal.NewEpochKey()
	s := must(seal.NewService(key))
	name := fmt.Sprintf("Jo Voorbeeld %d", n)
	w.add("contact", base, map[string]string{"key": x(key), "table": "person", "row": fmt.Sprintf("person-%d", n), "field": "name",
		"sealed": x(s.Seal(b, "person", fmt.Sprintf("person-%d", n), "name", livc.NewContact(name)))}, x([]byte(name)))

	m := seal.NewMaster()
	kinds := []seal.UnlockerKind{seal.Passphrase, seal.Passkey, seal.Recovery, seal.Practice}
	kind := kinds[n%4]
	if !b.Practice && kind == seal.Practice {
		kind = seal.Passphrase
	}
	secret := []byte(fmt.Sprintf("vijf houten stoelen en een tafel %d", n))
	person, unlocker := livc.ID(fmt.Sprintf("person-%d", n)), livc.ID(fmt.Sprintf("unlocker-%d", n))
	w.add("unlocker", base, map[string]string{"unlocker_kind": string(kind), "person": string(person), "unlocker": string(unlocker), "secret": x(secret),
		"wrapped": x(must(seal.WrapMaster(b, kind, person, unlocker, secret, testParams, m)))}, x(m.Bytes()))

	cookie := seal.NewSessionSecret()
	w.add("session", base, map[string]string{"secret": x(cookie), "wrapped": x(seal.WrapSession(b, cookie, m))}, x(m.Bytes()))
	w.add("draft", base, map[string]string{"secret": x(cookie), "place": "form-" + strconv.Itoa(n),
		"sealed": x(seal.SealDraft(b, cookie, "form-"+strconv.Itoa(n), []byte("half a sentence")))}, x([]byte("half a sentence")))
}

func (w *builder) records(n int) {
	b, base := baseOf(n)
	k := seal.NewKey(1 + n%2)
	for rev := range 3 {
		ref := seal.Ref{Livc: b.Livc, Container: "container-1", Record: livc.ID(fmt.Sprintf("record-%d", n%2)), Revision: rev + 1, Kind: "concern", Author: "hat-1", KeyVersion: k.Version()}
		plain := make([]byte, []int{0, 40, 253}[rev])
		wrapped, body, err := seal.SealRecord(b, ref, k, plain)
		must(0, err)
		args := refArgs(ref)
		args["key"], args["wrapped"], args["body"] = x(seal.KeyBytes(k)), x(wrapped), x(body)
		w.add("record", base, args, x(plain))
	}
}

func refArgs(r seal.Ref) map[string]string {
	return map[string]string{"container": string(r.Container), "record": string(r.Record), "revision": strconv.Itoa(r.Revision),
		"record_kind": r.Kind, "author": string(r.Author), "key_version": strconv.Itoa(r.KeyVersion)}
}

func (w *builder) hybrid(n int) {
	b, base := baseOf(n)
	i := must(seal.NewIntake())
	ref := seal.Ref{Livc: b.Livc, Container: "intake-1", Record: livc.ID(fmt.Sprintf("record-%d", n)), Revision: 1, Kind: "referral", Author: "hat-2", KeyVersion: 1}
	wrapped, body, err := seal.SealToIntake(b, ref, i.Public(), []byte("a worry"))
	must(0, err)
	args := refArgs(ref)
	args["private"], args["wrapped"], args["body"] = x(i.Private()), x(wrapped), x(body)
	w.add("intake", base, args, x([]byte("a worry")))

	from, to := seal.NewMaster(), seal.NewMaster()
	granter, recipient := must(from.Hat(b, "controller-1", "hat-1")), must(to.Hat(b, "controller-1", "hat-2"))
	k := seal.NewKey(1 + n)
	g := seal.Grant{Livc: b.Livc, Container: "container-1", KeyVersion: k.Version(), Recipient: "hat-2", Granter: "hat-1", ManifestVersion: 3, Reason: "joined"}
	sealed, signature, err := seal.SealGrant(b, g, k, recipient.KEM(), granter)
	must(0, err)
	w.add("grant", base, map[string]string{"container": "container-1", "key_version": strconv.Itoa(1 + n), "recipient": "hat-2", "granter": "hat-1", "manifest_version": "3",
		"reason": "joined", "sealed": x(sealed), "signature": x(signature), "master": x(to.Bytes()), "controller": "controller-1", "recipient_hat": "hat-2", "granter_sig": x(granter.Sig())}, x(seal.KeyBytes(k)))

	w.add("intake_key", base, map[string]string{"container": "intake-1", "key_version": "1", "public": x(i.Public()),
		"signature": x(seal.SignIntake(b, "intake-1", 1, i.Public(), granter)), "holder_sig": x(granter.Sig())}, x(i.Public()))
	w.add("hat", base, map[string]string{"master": x(to.Bytes()), "controller": "controller-1", "hat": "hat-2"}, x(append(recipient.KEM(), recipient.Sig()...)))

	pin := seal.Pin{Livc: b.Livc, Controller: "controller-1", Root: granter.Sig(), Version: 3}
	pins := vector{Form: "pins", Args: map[string]string{"master": x(to.Bytes()), "controller": "controller-1", "hat": "hat-9",
		"sealed": x(must(to.Hat(b, "controller-1", "hat-9")).SealPins([]seal.Pin{pin}))}}
	w.add("pins", base, pins.Args, fmt.Sprintf("%s controller-1 %s 3 %064d\n", b.Livc, x(granter.Sig()), 0))
}

func (w *builder) smallForms(n int) {
	node := seal.NewNode()
	msg := []byte(fmt.Sprintf("certificate %d", n))
	w.add("signature", nil, map[string]string{"public": x(node.Public()), "domain": "erasure", "message": x(msg), "signature": x(node.Sign("erasure", msg))}, x(msg))
	code := seal.NewRecoveryCode()
	w.add("recovery", nil, map[string]string{"code": code}, x(must(seal.ParseRecoveryCode(code))))
	w.add("words", nil, map[string]string{"sum": x(msg), "n": strconv.Itoa(4 + 2*n)}, "")
	w.add("session_id", nil, map[string]string{"secret": x(seal.NewSessionSecret())}, "")
	w.add("row_hash", nil, map[string]string{"part1": x(msg), "part2": x([]byte{byte(n)})}, "")
	for i := len(w.list) - 3; i < len(w.list); i++ {
		w.list[i].Opens = must(w.list[i].open())
	}
}

// memberOf gives the manifest entry of a hat.
func memberOf(h *seal.Hat, person livc.ID) seal.Member {
	return seal.Member{Hat: h.ID(), Person: person, KEM: h.KEM(), Sig: h.Sig(), Function: livc.Participant, From: "2026-11-24"}
}

func (w *builder) chains() {
	b, base := baseOf(0)
	base = map[string]string{"livc": base["livc"]} // the keys bind a chain to its installation
	first, second := must(seal.NewMaster().Hat(b, "controller-1", "hat-1")), must(seal.NewMaster().Hat(b, "controller-1", "hat-2"))
	one := seal.Manifest{Livc: b.Livc, Controller: "controller-1", Version: 1, ListManager: "hat-1", Members: []seal.Member{memberOf(first, "person-1")}}
	two := one
	two.Version, two.Previous, two.ListManager = 2, one.Hash(), "hat-2"
	two.Members = []seal.Member{memberOf(first, "person-1"), memberOf(second, "person-2")}
	hash1, hash2 := one.Hash(), two.Hash()
	args := func(version int, hash string) map[string]string {
		return map[string]string{"controller": "controller-1", "root": x(first.Sig()), "pinned_version": strconv.Itoa(version), "pinned_hash": hash}
	}
	a := args(0, "")
	a["manifest1"], a["signature1"] = x(one.Bytes()), x(one.Sign(first))
	w.add("chain", base, a, x(hash1[:]))
	a = args(1, x(hash1[:]))
	a["manifest1"], a["signature1"], a["manifest2"], a["signature2"] = x(one.Bytes()), x(one.Sign(first)), x(two.Bytes()), x(two.Sign(first))
	w.add("chain", base, a, x(hash2[:]))
}

func (w *builder) transfers() {
	for _, kind := range []string{"real", "practice"} {
		private, to, err := seal.NewTransferAddress(kind == "practice")
		must(0, err)
		words := to.Words()
		w.add("transfer_address", nil, map[string]string{"address": to.Text()}, strings.Join(words[:], " "))
		t := seal.Transfer{Made: "2026-11-24", Both: kind == "real", Text: []byte("who, why, whom to call")}
		file := must(seal.SealTransfer(to, &t))
		w.add("transfer", nil, map[string]string{"kind": kind, "private": x(private), "file": x(file)}, transferText(t))
	}
}
