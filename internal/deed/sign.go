package deed

import (
	"errors"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// SignSealed signs a sealed record as it stands, without opening it: who signs answers for the decision
// and need not read the text (R6.2-o). domain says what the signature is for.
func (tx *Tx) SignSealed(domain string, container, record livc.ID) ([]byte, error) {
	if tx.keys == nil {
		return nil, errors.New("deed: a job signs for nobody")
	}
	r, err := tx.batch.Record(tx.ctx, tx.By.Livc, container, record)
	if err != nil {
		return nil, err
	}
	row := seal.RowHash(r.Body)
	return tx.keys.Hat().Sign(domain, row[:]), nil
}

// SignOwn signs a fingerprint with the actor's own key: the yes of one person to one text, word for word
// (Z13). domain says what the signature is for.
func (tx *Tx) SignOwn(domain string, fingerprint []byte) ([]byte, error) {
	if tx.keys == nil {
		return nil, errors.New("deed: a job signs for nobody")
	}
	return tx.keys.Hat().Sign(domain, fingerprint), nil
}

// OwnMark is a keyed hash by which the actor finds back what he left without a name. Without the service
// key nobody can tell whose it is. Dutch: eigen teken.
func (tx *Tx) OwnMark(table string, row livc.ID) []byte {
	return tx.gate.Service.CodeHash(tx.gate.Base(tx.By.Livc), table, string(row), string(tx.By.Hat))
}

// Gives tells whether the actor may give the key of a container: only its own controller may.
func (tx *Tx) Gives(container livc.ID) (bool, error) {
	c, err := tx.container(container)
	return c.Organisation == tx.By.Controller, err
}
