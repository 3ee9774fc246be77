// Package audit is the log of one LIVC R: what was done or refused, when, under which hat and on which
// norms. It knows leaves, the Merkle tree over them, signed checkpoints and how to verify them. It knows
// no database, no key of a person and no name: a leaf is pseudonymous and holds no free text. Who had
// access is logged for good, and a change to it is found (R6.2-x).
//
// The tree stands over commitments, not over payloads. A payload can therefore be deleted when its time
// has come, and every older checkpoint still verifies. The format is written out in
// docs/spec/audit-log.md, well enough to build a second verifier from.
package audit
