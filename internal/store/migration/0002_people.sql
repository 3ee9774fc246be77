-- +goose Up
-- People and sign-in. These rows belong to no LIVC R: livc is '0'. A mail address stands here only as
-- a keyed hash and sealed under the service key. Sessions stand apart, see volatile/session.sql.
CREATE TABLE person (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  account TEXT NOT NULL,
  name BYTEA NOT NULL, mail BYTEA NOT NULL,
  generation BIGINT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX person_of_account ON person (livc, account);
CREATE TABLE unlocker (
  livc TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('passkey','passphrase','recovery','practice','totp')),
  wrapped BYTEA, factor BYTEA,
  step BIGINT NOT NULL DEFAULT 0,
  made_at BIGINT NOT NULL, used_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX unlocker_of_person ON unlocker (livc, person, made_at, id);
CREATE TABLE failure (
  livc TEXT NOT NULL, account TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (livc, account, at)
);
CREATE TABLE seat (
  livc TEXT NOT NULL, hat_livc TEXT NOT NULL, hat TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (livc, hat_livc, hat)
);
CREATE INDEX seat_of_person ON seat (livc, person, hat_livc, hat);
CREATE TABLE enrolment (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  hat_livc TEXT NOT NULL, controller TEXT NOT NULL, hat TEXT NOT NULL,
  function TEXT NOT NULL,
  name BYTEA NOT NULL, mail BYTEA NOT NULL,
  code TEXT NOT NULL, guesses BIGINT NOT NULL DEFAULT 0,
  until_at BIGINT NOT NULL, done_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX enrolment_of_hat ON enrolment (livc, hat_livc, hat, until_at);
CREATE TABLE stand_in (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  hat TEXT NOT NULL, by_hat TEXT NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX stand_in_of_hat ON stand_in (livc, hat);
CREATE INDEX stand_in_until ON stand_in (livc, until_day);
CREATE TABLE stand_in_tick (
  livc TEXT NOT NULL, stand_in TEXT NOT NULL, mark TEXT NOT NULL,
  PRIMARY KEY (livc, stand_in, mark)
);
