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
