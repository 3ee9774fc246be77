package seal_test

import (
	"errors"
	"testing"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// C7: somebody who can write the database, and has a copy of this program, makes rows of his own.
// Nothing of it is used.

// table is a controller with a list manager, a colleague, and an intruder with keys of his own.
type table struct {
	b                            seal.Base
	manager, colleague, intruder *seal.Hat
	one, two                     seal.SignedManifest
	k                            *seal.Key
	g                            seal.Grant
	sealed, signature            []byte
}

func newTable() table {
	b, _ := baseOf(0)
	x := table{b: b, k: seal.NewKey(1)}
	x.manager, x.colleague = must(seal.NewMaster().Hat(b, "controller-1", "hat-1")), must(seal.NewMaster().Hat(b, "controller-1", "hat-2"))
	x.intruder = must(seal.NewMaster().Hat(b, "controller-1", "hat-2")) // claims to be the colleague
	first := seal.Manifest{Livc: b.Livc, Controller: "controller-1", Version: 1, ListManager: "hat-1", Members: []seal.Member{memberOf(x.manager, "person-1")}}
	x.one = seal.SignedManifest{Manifest: first, Signature: first.Sign(x.manager)}
	x.two = x.next(x.one, memberOf(x.manager, "person-1"), memberOf(x.colleague, "person-2"))
	x.g = seal.Grant{Livc: b.Livc, Container: "container-1", KeyVersion: 1, Recipient: "hat-2", Granter: "hat-1", ManifestVersion: 2, Reason: "joined"}
	x.sealed, x.signature, _ = seal.SealGrant(b, x.g, x.k, x.colleague.KEM(), x.manager)
	return x
}

// next is the next manifest with these members, signed by the list manager.
func (x table) next(before seal.SignedManifest, members ...seal.Member) seal.SignedManifest {
	m := before.Manifest
	m.Version, m.Previous, m.Members = before.Version+1, before.Hash(), members
	return seal.SignedManifest{Manifest: m, Signature: m.Sign(x.manager)}
}

func (x table) pin() seal.Pin {
	return seal.Pin{Livc: x.b.Livc, Controller: "controller-1", Root: x.manager.Sig()}
}

func TestC7_the_honest_way_works(t *testing.T) {
	x := newTable()
	if err := seal.VerifyChain(x.manager.Sig(), []seal.SignedManifest{x.one, x.two}); err != nil {
		t.Fatal(err)
	}
	granter, _ := x.two.Member("hat-1")
	k, err := seal.OpenGrant(x.b, x.g, x.sealed, x.signature, x.colleague, granter.Sig)
	if err != nil || k.Version() != 1 || string(seal.KeyBytes(k)) != string(seal.KeyBytes(x.k)) {
		t.Fatal(err)
	}
}

func TestC7_a_made_up_manifest_is_refused(t *testing.T) {
	x := newTable()
	for name, c := range map[string]struct {
		chain []seal.SignedManifest
		want  error
	}{
		"the colleague's key is replaced by the intruder's": {[]seal.SignedManifest{x.one, func() seal.SignedManifest {
			m := x.two
			m.Members = []seal.Member{memberOf(x.manager, "person-1"), memberOf(x.intruder, "person-2")}
			return m
		}()}, seal.ErrSignature},
		"the intruder signs a next version himself": {[]seal.SignedManifest{x.one, func() seal.SignedManifest {
			m := x.two
			m.Members = append([]seal.Member{memberOf(x.intruder, "person-2")}, x.one.Members...)
			m.Signature = m.Sign(x.intruder)
			return m
		}()}, seal.ErrSignature},
		"a member who is no list manager signs": {[]seal.SignedManifest{x.one, x.two, func() seal.SignedManifest {
			m := x.next(x.two, memberOf(x.manager, "person-1"))
			m.Signature = m.Sign(x.colleague)
			return m
		}()}, seal.ErrSignature},
		"a chain with a root of the intruder's": {func() []seal.SignedManifest {
			m := seal.Manifest{Livc: x.b.Livc, Controller: "controller-1", Version: 1, ListManager: "hat-2", Members: []seal.Member{memberOf(x.intruder, "person-2")}}
			return []seal.SignedManifest{{Manifest: m, Signature: m.Sign(x.intruder)}}
		}(), seal.ErrSignature},
		"the root signs a list whose manager has another key": {func() []seal.SignedManifest {
			m := seal.Manifest{Livc: x.b.Livc, Controller: "controller-1", Version: 1, ListManager: "hat-2", Members: []seal.Member{memberOf(x.intruder, "person-2")}}
			return []seal.SignedManifest{{Manifest: m, Signature: m.Sign(x.manager)}}
		}(), seal.ErrManifest},
		"a version is left out":          {[]seal.SignedManifest{x.one, x.next(x.two, memberOf(x.manager, "person-1"))}, seal.ErrManifest},
		"the chain begins in the middle": {[]seal.SignedManifest{x.two}, seal.ErrManifest},
		"it follows another version one": {[]seal.SignedManifest{x.one, func() seal.SignedManifest {
			m := x.two
			m.Previous = [32]byte{1}
			m.Signature = m.Sign(x.manager)
			return m
		}()}, seal.ErrManifest},
		"there is no chain": {nil, seal.ErrManifest},
		"the list of another controller": {[]seal.SignedManifest{x.one, func() seal.SignedManifest {
			m := x.two
			m.Controller = "controller-2"
			m.Signature = m.Sign(x.manager)
			return m
		}()}, seal.ErrManifest},
		"one hat stands on the list twice":  {[]seal.SignedManifest{x.one, x.next(x.one, memberOf(x.manager, "person-1"), memberOf(x.colleague, "person-2"), memberOf(x.intruder, "person-2"))}, seal.ErrManifest},
		"the list manager is not on it":     {[]seal.SignedManifest{x.one, x.next(x.one, memberOf(x.colleague, "person-2"))}, seal.ErrManifest},
		"a key of the wrong length":         {[]seal.SignedManifest{x.one, x.next(x.one, memberOf(x.manager, "person-1"), seal.Member{Hat: "hat-2", KEM: []byte("short"), Sig: x.colleague.Sig()})}, seal.ErrManifest},
		"the signature of another manifest": {[]seal.SignedManifest{x.one, {Manifest: x.two.Manifest, Signature: x.one.Signature}}, seal.ErrSignature},
	} {
		t.Run(name, func(t *testing.T) {
			if err := seal.VerifyChain(x.manager.Sig(), c.chain); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

func TestC7_an_older_manifest_than_the_one_seen_is_refused(t *testing.T) {
	x := newTable()
	three := x.next(x.two, memberOf(x.manager, "person-1")) // the colleague has left
	seen := must(x.pin().Check([]seal.SignedManifest{x.one, x.two, three}))
	t.Run("the version in which the colleague still stood", func(t *testing.T) {
		if _, err := seen.Check([]seal.SignedManifest{x.one, x.two}); !errors.Is(err, seal.ErrRolledBack) {
			t.Error(err)
		}
	})
	t.Run("another version three, signed by the same list manager", func(t *testing.T) {
		other := x.next(x.two, memberOf(x.manager, "person-1"), memberOf(x.colleague, "person-2"))
		if _, err := seen.Check([]seal.SignedManifest{x.one, x.two, other}); !errors.Is(err, seal.ErrManifest) {
			t.Error(err)
		}
	})
	t.Run("the list of another livc", func(t *testing.T) {
		p := seen
		p.Livc = "livc-9"
		if _, err := p.Check([]seal.SignedManifest{x.one, x.two, three}); !errors.Is(err, seal.ErrMisplaced) {
			t.Error(err)
		}
	})
	t.Run("a chain from the middle counts only where it was pinned", func(t *testing.T) {
		four := x.next(three, memberOf(x.manager, "person-1"))
		if next, err := seen.Check([]seal.SignedManifest{three, four}); err != nil || next.Version != 4 {
			t.Error(err)
		}
		for name, p := range map[string]seal.Pin{"nothing seen yet": x.pin(), "seen up to two": must(x.pin().Check([]seal.SignedManifest{x.one, x.two}))} {
			if _, err := p.Check([]seal.SignedManifest{three, four}); !errors.Is(err, seal.ErrManifest) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
	t.Run("the task of list manager is handed over by the old one only", func(t *testing.T) {
		m := x.two.Manifest
		m.Version, m.Previous, m.ListManager = 3, x.two.Hash(), "hat-2"
		handed := seal.SignedManifest{Manifest: m, Signature: m.Sign(x.manager)}
		seized := seal.SignedManifest{Manifest: m, Signature: m.Sign(x.colleague)}
		if err := seal.VerifyChain(x.manager.Sig(), []seal.SignedManifest{x.one, x.two, handed}); err != nil {
			t.Error(err)
		}
		if err := seal.VerifyChain(x.manager.Sig(), []seal.SignedManifest{x.one, x.two, seized}); !errors.Is(err, seal.ErrSignature) {
			t.Error(err)
		}
	})
}

func TestC7_a_made_up_grant_is_refused(t *testing.T) {
	x := newTable()
	fake := seal.NewKey(1)
	forged, forgedSignature, err := seal.SealGrant(x.b, seal.Grant{Livc: x.b.Livc, Container: "container-1", KeyVersion: 1, Recipient: "hat-2", Granter: "hat-2", ManifestVersion: 2, Reason: "joined"}, fake, x.colleague.KEM(), x.intruder)
	must(0, err)
	granter := x.manager.Sig()
	open := func(g seal.Grant, sealed, signature []byte, h *seal.Hat, sig []byte) error {
		_, err := seal.OpenGrant(x.b, g, sealed, signature, h, sig)
		return err
	}
	other := func(change func(*seal.Grant)) seal.Grant { g := x.g; change(&g); return g }
	for name, c := range map[string]struct{ got, want error }{
		"a key of the intruder's, with his own signature":    {open(x.g, forged, forgedSignature, x.colleague, granter), seal.ErrSignature},
		"a key of the intruder's, with the stolen signature": {open(x.g, forged, x.signature, x.colleague, granter), seal.ErrSignature},
		"no signature":                                         {open(x.g, x.sealed, nil, x.colleague, granter), seal.ErrSignature},
		"a granter without a key":                              {open(x.g, x.sealed, x.signature, x.colleague, nil), seal.ErrSignature},
		"pointed at another container":                         {open(other(func(g *seal.Grant) { g.Container = "container-2" }), x.sealed, x.signature, x.colleague, granter), seal.ErrSignature},
		"pointed at an older version of the key":               {open(other(func(g *seal.Grant) { g.KeyVersion = 0 }), x.sealed, x.signature, x.colleague, granter), seal.ErrSignature},
		"pointed at a list in which the recipient still was":   {open(other(func(g *seal.Grant) { g.ManifestVersion = 1 }), x.sealed, x.signature, x.colleague, granter), seal.ErrSignature},
		"pointed at another recipient":                         {open(other(func(g *seal.Grant) { g.Recipient = "hat-3" }), x.sealed, x.signature, x.colleague, granter), seal.ErrSignature},
		"with another reason":                                  {open(other(func(g *seal.Grant) { g.Reason = "recovery" }), x.sealed, x.signature, x.colleague, granter), seal.ErrSignature},
		"opened by the intruder under the colleague's name":    {open(x.g, x.sealed, x.signature, x.intruder, granter), seal.ErrBroken},
		"opened by the granter, to whom it was not sealed":     {open(x.g, x.sealed, x.signature, x.manager, granter), seal.ErrMisplaced},
		"the granter's signature of the manifest in its place": {open(x.g, x.sealed, x.two.Signature, x.colleague, granter), seal.ErrSignature},
	} {
		t.Run(name, func(t *testing.T) {
			if !errors.Is(c.got, c.want) {
				t.Errorf("%v, want %v", c.got, c.want)
			}
		})
	}
}

func TestC7_a_grant_is_made_in_ones_own_name_and_place_only(t *testing.T) {
	x := newTable()
	elsewhere := x.b
	elsewhere.Practice = true
	for name, c := range map[string]struct {
		b      seal.Base
		change func(*seal.Grant)
	}{
		"in the name of a colleague": {x.b, func(g *seal.Grant) { g.Granter = "hat-2" }},
		"for another livc":           {x.b, func(g *seal.Grant) { g.Livc = "livc-9" }},
		"in another installation":    {elsewhere, func(*seal.Grant) {}},
		"for another key version":    {x.b, func(g *seal.Grant) { g.KeyVersion = 2 }},
	} {
		g := x.g
		c.change(&g)
		if _, _, err := seal.SealGrant(c.b, g, x.k, x.colleague.KEM(), x.manager); !errors.Is(err, seal.ErrMisplaced) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := seal.SealGrant(x.b, x.g, x.k, []byte("no key"), x.manager); err == nil {
		t.Error("sealed to something that is no key")
	}
}

func TestC7_a_made_up_intake_key_is_refused(t *testing.T) {
	x := newTable()
	ours, his := must(seal.NewIntake()), must(seal.NewIntake())
	signature := seal.SignIntake(x.b, "intake-1", 1, ours.Public(), x.manager)
	if err := seal.CheckIntake(x.b, "intake-1", 1, ours.Public(), signature, x.manager.Sig()); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		container livc.ID
		public    []byte
		signature []byte
	}{
		"his own public key":        {"intake-1", his.Public(), signature},
		"signed by himself":         {"intake-1", his.Public(), seal.SignIntake(x.b, "intake-1", 1, his.Public(), x.intruder)},
		"of another container":      {"intake-2", ours.Public(), signature},
		"signed for something else": {"intake-1", ours.Public(), x.signature},
	} {
		if err := seal.CheckIntake(x.b, c.container, 1, c.public, c.signature, x.manager.Sig()); !errors.Is(err, seal.ErrSignature) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Everybody may seal to the intake, also a data key of the wrong length.
func TestC7_a_data_key_of_the_wrong_length_is_refused_without_a_panic(t *testing.T) {
	x := newTable()
	i := must(seal.NewIntake())
	ref := seal.Ref{Livc: x.b.Livc, Container: "intake-1", Record: "r", Revision: 1, Kind: "referral", Author: "hat-2", KeyVersion: 1}
	_, body, err := seal.SealToIntake(x.b, ref, i.Public(), []byte("a worry"))
	must(0, err)
	if _, err := i.Open(x.b, ref, must(seal.SealTo(i.Public(), seal.KeyContext(x.b, ref), []byte("short"))), body); !errors.Is(err, seal.ErrBroken) {
		t.Error(err)
	}
}

func TestC7_a_signature_of_one_domain_does_not_count_in_another(t *testing.T) {
	n := seal.NewNode()
	sig := n.Sign("erasure", []byte("m"))
	if !seal.Verify(n.Public(), "erasure", []byte("m"), sig) {
		t.Fatal("does not verify in its own domain")
	}
	for name, ok := range map[string]bool{
		"another domain":   seal.Verify(n.Public(), "checkpoint", []byte("m"), sig),
		"a shifted letter": seal.Verify(n.Public(), "erasur", []byte("em"), sig),
		"another key":      seal.Verify(seal.NewNode().Public(), "erasure", []byte("m"), sig),
		"half a key":       seal.Verify(n.Public()[:16], "erasure", []byte("m"), sig),
	} {
		if ok {
			t.Errorf("%s: the signature counts", name)
		}
	}
}
