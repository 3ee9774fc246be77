package deed

import (
	"context"
	"errors"
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// NewContainer mints a container with its key and seals the key to its holders. A holder who has no
// keys yet waits for a grant (settled 5). The actor keeps the key in the session only when a holder.
func (tx *Tx) NewContainer(kind livc.ContainerKind, organisation, caseID, hat livc.ID, reason string, holders ...livc.ID) (livc.ID, error) {
	c := Container{Livc: tx.By.Livc, ID: tx.NewID(), Kind: kind, Organisation: organisation, Case: caseID, Hat: hat,
		KeyVersion: 1, CreatedAt: tx.At}
	if tx.keys == nil {
		return "", errors.New("deed: a job makes no keys")
	}
	k := seal.NewKey(c.KeyVersion)
	var half []byte
	if kind == livc.IntakeContainer {
		intake, err := seal.NewIntake()
		if err != nil {
			return "", err
		}
		half = intake.Private()
		c.Intake = tx.signIntake(c, intake.Public())
	}
	if err := tx.batch.InsertContainer(tx.ctx, c); err != nil {
		return "", fmt.Errorf("make a container: %w", err)
	}
	tx.keys.Put(c.ID, k)
	for _, h := range holders {
		if err := tx.grant(c, k, h, reason); err != nil {
			return "", err
		}
	}
	if half != nil {
		return c.ID, tx.keep(c, intakePrivate, "intake_private", half)
	}
	return c.ID, nil
}

// Give seals a container's key to one more hat; the actor holds it.
func (tx *Tx) Give(container, hat livc.ID, reason string) error {
	c, err := tx.container(container)
	if err != nil {
		return err
	}
	k, err := tx.key(container)
	if err != nil {
		return err
	}
	return tx.grant(c, k, hat, reason)
}

// Ask leaves a waiting grant: somebody who holds the key is asked to give it.
func (tx *Tx) Ask(container, hat livc.ID, reason string) error {
	return tx.batch.PutWaiting(tx.ctx, Waiting{Livc: tx.By.Livc, Container: container, Hat: hat, Reason: reason, At: tx.At})
}

// Take removes the key of one hat.
func (tx *Tx) Take(container, hat livc.ID) error {
	return tx.batch.DeleteGrant(tx.ctx, tx.By.Livc, container, hat)
}

// Destroy deletes a container with its keys and records.
func (tx *Tx) Destroy(container livc.ID) error {
	delete(tx.containers, container)
	tx.read = Record{}
	return tx.batch.DeleteContainer(tx.ctx, tx.By.Livc, container)
}

// Holders lists the hats that hold a container.
func (tx *Tx) Holders(container livc.ID) ([]livc.ID, error) {
	return tx.batch.Holders(tx.ctx, tx.By.Livc, container)
}

func (tx *Tx) grant(c Container, k *seal.Key, hat livc.ID, reason string) error {
	if tx.By.Controller != c.Organisation {
		return errForeignGrant
	}
	l, err := tx.listOf(hat)
	if err != nil {
		return err
	}
	m, version, ok := l.member(hat, tx.Today)
	if !ok {
		return tx.Ask(c.ID, hat, reason)
	}
	g := Grant{At: tx.At, Grant: seal.Grant{Livc: c.Livc, Container: c.ID, KeyVersion: k.Version(), Recipient: hat,
		Granter: tx.By.Hat, ManifestVersion: version, Reason: reason}}
	sealed, signature, err := seal.SealGrant(tx.gate.Base(c.Livc), g.Grant, k, m.KEM, tx.keys.Hat())
	if err != nil {
		return fmt.Errorf("seal a key to a holder: %w", err)
	}
	g.Sealed = tx.gate.Ring.Wrap(tx.gate.Base(c.Livc), "key_grant", grantKey(g), sealed)
	g.Signature = signature
	tx.written = append(tx.written, g.Sealed)
	return tx.batch.PutGrant(tx.ctx, g)
}

// fetchKey opens the grant of a container for this session: the signature of the one who gave it is
// checked against the signed list of authorised persons first (C7).
func (g *Gate) fetchKey(ctx context.Context, by By, container livc.ID) error {
	if by.Keys == nil {
		return errors.New("deed: a job opens nothing")
	}
	var k *seal.Key
	var saw sight
	err := g.Store.Read(ctx, func(v Vault) error {
		row, err := v.Grant(ctx, by.Livc, container, by.Hat)
		if livc.KindOf(err) == livc.NotFoundKind {
			return livc.Denied("denied.key_waiting", "gdpr-29")
		}
		if err != nil {
			return fmt.Errorf("read a grant: %w", err)
		}
		k, err = g.openGrant(ctx, v, by, row, &saw)
		return err
	})
	if err == nil && saw.something {
		err = g.remember(ctx, by, saw.organisations)
	}
	if err != nil {
		return err
	}
	by.Keys.Put(container, k)
	return nil
}

// sight is which lists were looked at while a key was fetched, and whether there was something new.
type sight struct {
	organisations []livc.ID
	something     bool
}

// list gives a list and notes that it was seen.
func (g *Gate) list(ctx context.Context, v Vault, by By, organisation livc.ID, saw *sight) (list, error) {
	l, keep, err := g.trusted(ctx, v, by, organisation)
	if err != nil {
		return nil, err
	}
	g.note(place{by.Livc, organisation}, l)
	saw.organisations = append(saw.organisations, organisation)
	saw.something = saw.something || keep != nil
	return l, nil
}

// errForeignGrant: only the authorised persons of the controller that a container belongs to hand out
// its key. Without it, whoever writes to the database and sits at the table could put an own key in its
// place, under a good signature.
var errForeignGrant = errors.New("deed: a key is given by the controller of its container only")

func (g *Gate) openGrant(ctx context.Context, v Vault, by By, row Grant, saw *sight) (*seal.Key, error) {
	c, err := v.Container(ctx, by.Livc, row.Container)
	if err != nil {
		return nil, fmt.Errorf("find a container: %w", err)
	}
	givers, err := g.list(ctx, v, by, c.Organisation, saw)
	if err != nil {
		return nil, fmt.Errorf("find who gave a key: %w", err)
	}
	granter, ok := givers.ever(row.Granter)
	if !ok {
		return nil, errForeignGrant
	}
	own, err := g.list(ctx, v, by, by.Controller, saw)
	if err != nil {
		return nil, fmt.Errorf("find who receives a key: %w", err)
	}
	if _, _, ok := own.member(by.Hat, livc.DayOf(g.Clock.Civil())); !ok {
		return nil, errNoMember
	}
	base := g.Base(by.Livc)
	sealed, err := g.Ring.Unwrap(base, "key_grant", grantKey(row), row.Sealed)
	if err != nil {
		return nil, err
	}
	return seal.OpenGrant(base, row.Grant, sealed, row.Signature, by.Keys.Hat(), granter.Sig)
}

func grantKey(g Grant) string { return string(g.Container) + "/" + string(g.Recipient) }
