-- +goose Up
-- People and sign-in. These rows belong to no LIVC R: livc is '0'. A mail address stands here only as
-- a keyed hash. Sessions are kept apart: a volatile file beside SQLite, an unlogged table in PostgreSQL.
CREATE TABLE person (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  account BYTEA NOT NULL,
  language TEXT NOT NULL, theme TEXT NOT NULL DEFAULT '',
  totp BYTEA, totp_step BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX person_of_account ON person (livc, account);
CREATE TABLE unlocker (
  livc TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('passkey','passphrase','recovery','practice')),
  wrapped BYTEA NOT NULL,
  credential BYTEA, credential_id BYTEA, salt BYTEA,
  created_at BIGINT NOT NULL, used_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX unlocker_of_person ON unlocker (livc, person);
CREATE INDEX unlocker_of_credential ON unlocker (livc, credential_id);
CREATE TABLE enrolment (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  hat_livc TEXT NOT NULL, hat TEXT NOT NULL,
  code BYTEA NOT NULL, guesses BIGINT NOT NULL DEFAULT 0,
  until_at BIGINT NOT NULL, used_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE /*pg UNLOGGED pg*/ TABLE session (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  person TEXT NOT NULL, hat_livc TEXT NOT NULL DEFAULT '', hat TEXT NOT NULL DEFAULT '',
  wrapped BYTEA NOT NULL,
  generation BIGINT NOT NULL DEFAULT 0, person_generation BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, unlocked_at BIGINT NOT NULL,
  meeting_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX session_of_person ON session (livc, person);
