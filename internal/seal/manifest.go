package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"strconv"

	"beraad.eu/livc"
)

// kemPublicSize is the length of a public key to seal to.
const kemPublicSize = 1216

// Member is one authorised hat with its public keys. From and Until are the first and the last day
// on which it counts; no Until means until further notice.
type Member struct {
	Hat, Person livc.ID
	KEM, Sig    []byte
	Function    livc.Function
	From, Until livc.Day
}

// On tells whether the member is authorised on this day.
func (m Member) On(day livc.Day) bool {
	return m.From <= day && (m.Until == "" || day <= m.Until)
}

// Manifest is the list of authorised persons of one controller in one LIVC R, which the law asks a
// controller to keep. Each version names the one before by its hash. Dutch: lijst van gemachtigden.
type Manifest struct {
	Livc, Controller livc.ID
	Version          int
	Previous         [32]byte
	ListManager      livc.ID
	Members          []Member
}

// manifestDomain keeps signatures of manifests apart from all others.
const manifestDomain = "manifest"

// manifestFields and memberFields are how many fields stand before the members, and in each of them.
const manifestFields, memberFields = 7, 7

// Bytes is the one way to write the manifest down; ParseManifest reads it.
func (m Manifest) Bytes() []byte {
	b := appendFields(nil, protocol, manifestDomain, string(m.Livc), string(m.Controller),
		decimal(m.Version), string(m.Previous[:]), string(m.ListManager))
	for _, p := range m.Members {
		b = appendFields(b, string(p.Hat), string(p.Person), string(p.KEM), string(p.Sig),
			string(p.Function), string(p.From), string(p.Until))
	}
	return b
}

// Hash names this manifest in the next one and in what members pin.
func (m Manifest) Hash() [32]byte { return sha256.Sum256(m.Bytes()) }

// Sign signs the manifest as its list manager.
func (m Manifest) Sign(by *Hat) []byte { return by.Sign(manifestDomain, m.Bytes()) }

// Member finds the member with this hat.
func (m Manifest) Member(hat livc.ID) (Member, bool) {
	for _, p := range m.Members {
		if p.Hat == hat {
			return p, true
		}
	}
	return Member{}, false
}

// ParseManifest reads what Bytes wrote, and nothing else. ErrManifest: not well formed.
func ParseManifest(b []byte) (Manifest, error) {
	f, ok := splitFields(b)
	if !ok || len(f) < manifestFields || (len(f)-manifestFields)%memberFields != 0 || f[0] != protocol || f[1] != manifestDomain {
		return Manifest{}, ErrManifest
	}
	version, err := strconv.Atoi(f[4])
	if err != nil || decimal(version) != f[4] || len(f[5]) != 32 {
		return Manifest{}, ErrManifest
	}
	m := Manifest{Livc: livc.ID(f[2]), Controller: livc.ID(f[3]), Version: version,
		Previous: [32]byte([]byte(f[5])), ListManager: livc.ID(f[6])}
	for f = f[manifestFields:]; len(f) > 0; f = f[memberFields:] {
		m.Members = append(m.Members, Member{Hat: livc.ID(f[0]), Person: livc.ID(f[1]), KEM: []byte(f[2]),
			Sig: []byte(f[3]), Function: livc.Function(f[4]), From: livc.Day(f[5]), Until: livc.Day(f[6])})
	}
	return m, m.check()
}

// check tells whether the manifest stands on its own: a list manager who is on it, every hat once,
// and keys of the right length.
func (m Manifest) check() error {
	seen := map[livc.ID]bool{}
	for _, p := range m.Members {
		if p.Hat == "" || seen[p.Hat] || len(p.KEM) != kemPublicSize || len(p.Sig) != ed25519.PublicKeySize {
			return ErrManifest
		}
		seen[p.Hat] = true
	}
	first := m.Previous == [32]byte{}
	if m.Livc == "" || m.Controller == "" || m.Version < 1 || first != (m.Version == 1) || !seen[m.ListManager] {
		return ErrManifest
	}
	return nil
}

// splitFields takes apart what appendFields wrote.
func splitFields(b []byte) (fields []string, ok bool) {
	for len(b) > 0 {
		if len(b) < 4 {
			return nil, false
		}
		n := binary.BigEndian.Uint32(b)
		if b = b[4:]; uint64(n) > uint64(len(b)) {
			return nil, false
		}
		fields, b = append(fields, string(b[:n])), b[n:]
	}
	return fields, true
}
