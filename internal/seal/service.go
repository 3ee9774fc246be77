package seal

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"path/filepath"

	"beraad.eu/livc"
)

// Service holds the service key: names, mail addresses and phone numbers of participants are sealed
// under it, so that mail can be sent while nobody is signed in (settled 1). Whoever has the key file
// and the database reads these; the texts about persons discussed are never under it.
// Dutch: dienstsleutel.
type Service struct {
	mute
	aead  cipher.AEAD
	codes []byte // for what people type over
}

// NewService takes the 32 bytes of the service key.
func NewService(key []byte) (*Service, error) {
	k, err := exactKey("service key", key)
	if err != nil {
		return nil, err
	}
	defer clear(k)
	return &Service{aead: gcm(k), codes: derive(k, nil, []byte("beraad/1 codes"), keySize)}, nil
}

// LoadService reads the service key from the keys folder.
func LoadService(dir string) (*Service, error) {
	key, err := ReadKeyFile(filepath.Join(dir, ServiceFile))
	if err != nil {
		return nil, err
	}
	return NewService(key)
}

// Seal seals one contact field of one row.
func (s *Service) Seal(b Base, table, row, field string, c livc.Contact) []byte {
	return sealBy(s.aead, head(suiteAEAD, noEpoch), b.context("contact", table, row, field), pad([]byte(c.Reveal())))
}

// Open opens what Seal sealed for the same row and field.
func (s *Service) Open(b Base, table, row, field string, sealed []byte) (livc.Contact, error) {
	rest, err := innerRest(sealed, suiteAEAD)
	if err != nil {
		return livc.Contact{}, err
	}
	padded, err := openBy(s.aead, sealed[:headSize], b.context("contact", table, row, field), rest)
	if err != nil {
		return livc.Contact{}, err
	}
	plain, err := unpad(padded)
	if err != nil {
		return livc.Contact{}, err
	}
	return livc.NewContact(string(plain)), nil
}

// CodeHash binds a short code that people type over to its row, so that the code cannot be found from
// the database alone.
func (s *Service) CodeHash(b Base, table, row, code string) []byte {
	m := hmac.New(sha256.New, s.codes)
	m.Write(b.context("code", table, row, code))
	return m.Sum(nil)
}
