-- +goose Up
-- Ground: the installation, LIVC R's, organisations, people, keys, log. One text serves SQLite and
-- PostgreSQL: BYTEA, BIGINT, BOOLEAN and TEXT mean the same to both. Text between the marks of an
-- engine is read by that engine only. livc leads every key. Moments are microseconds since 1970 (UTC),
-- days are text like 2026-11-24. Every column of type TEXT is explained in plain_columns.tsv.
CREATE TABLE installation (
  livc TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  practice BOOLEAN NOT NULL,
  clock_offset BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE livc_r (
  livc TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('founded','active','ended')),
  founded TEXT NOT NULL
);
CREATE TABLE municipality (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL CHECK (region IN ('flanders','wallonia','brussels')),
  organisation TEXT NOT NULL,
  list TEXT NOT NULL DEFAULT '',
  office TEXT NOT NULL DEFAULT '',
  intake TEXT NOT NULL DEFAULT '',
  list_alone TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE TABLE organisation (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  regime TEXT NOT NULL CHECK (regime IN ('vl','mun','police','fwb','wal','bru','dg')),
  municipality TEXT NOT NULL DEFAULT '',
  domain TEXT NOT NULL DEFAULT '',
  own_file BOOLEAN NOT NULL DEFAULT FALSE,
  security_checked TEXT NOT NULL DEFAULT '',
  root BYTEA,
  state TEXT NOT NULL CHECK (state IN ('known','approached','participant','inactive')),
  PRIMARY KEY (livc, id)
);
CREATE TABLE hat (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL,
  function TEXT NOT NULL CHECK (function IN ('mayor','representative','coordinator','officer','participant','dpo','founder')),
  speaks_for TEXT NOT NULL DEFAULT 'organisation' CHECK (speaks_for IN ('organisation','self')),
  secrecy TEXT NOT NULL DEFAULT '',
  mandate TEXT NOT NULL DEFAULT '',
  mandate_from TEXT NOT NULL DEFAULT '', mandate_until TEXT NOT NULL DEFAULT '',
  privacy_known TEXT NOT NULL DEFAULT '',
  name BYTEA NOT NULL,
  mail BYTEA,
  phone BYTEA,
  list_manager BOOLEAN NOT NULL DEFAULT FALSE,
  appointed_for_list TEXT NOT NULL DEFAULT '',
  clearance_until TEXT NOT NULL DEFAULT '',
  briefed TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('entered','enrolled','active','left')),
  generation BIGINT NOT NULL DEFAULT 1,
  kem BYTEA, sig BYTEA, pins BYTEA,
  entered_at BIGINT NOT NULL, left_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX hat_of_person ON hat (livc, person);
CREATE INDEX hat_of_organisation ON hat (livc, organisation, id);
CREATE TABLE manifest (
  livc TEXT NOT NULL, organisation TEXT NOT NULL, version BIGINT NOT NULL,
  body BYTEA NOT NULL, signature BYTEA NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (livc, organisation, version)
);
CREATE TABLE container (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('list','intake','sheet','agenda','dossier','drawer','note','screen','room','office')),
  organisation TEXT NOT NULL,
  case_id TEXT NOT NULL DEFAULT '',
  hat TEXT NOT NULL DEFAULT '',
  key_version BIGINT NOT NULL,
  rekey_due BOOLEAN NOT NULL DEFAULT FALSE,
  intake_public BYTEA, intake_signature BYTEA, intake_signer TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX container_of_case ON container (livc, case_id);
CREATE INDEX container_of_hat ON container (livc, hat, kind);
CREATE TABLE key_grant (
  livc TEXT NOT NULL, container TEXT NOT NULL, hat TEXT NOT NULL,
  key_version BIGINT NOT NULL,
  granter TEXT NOT NULL,
  manifest_version BIGINT NOT NULL,
  reason TEXT NOT NULL,
  sealed BYTEA NOT NULL, signature BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, container, hat)
);
CREATE INDEX key_grant_of_hat ON key_grant (livc, hat, container);
CREATE TABLE waiting_grant (
  livc TEXT NOT NULL, container TEXT NOT NULL, hat TEXT NOT NULL,
  reason TEXT NOT NULL, asked_at BIGINT NOT NULL,
  PRIMARY KEY (livc, container, hat)
);
CREATE INDEX waiting_grant_of_hat ON waiting_grant (livc, hat, container);
CREATE TABLE record (
  livc TEXT NOT NULL, container TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL,
  revision BIGINT NOT NULL,
  author TEXT NOT NULL,
  key_version BIGINT NOT NULL,
  wrapped BYTEA NOT NULL, body BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, container, id)
);
CREATE INDEX record_of_kind ON record (livc, container, kind, id);
CREATE TABLE log_head (
  livc TEXT NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL, frontier BYTEA NOT NULL, last_at BIGINT NOT NULL
) /*sqlite WITHOUT ROWID sqlite*/;
CREATE TABLE log_leaf (
  livc TEXT NOT NULL, idx BIGINT NOT NULL,
  nonce BYTEA, payload BYTEA, commitment BYTEA NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, idx)
) /*sqlite WITHOUT ROWID sqlite*/;
CREATE INDEX log_leaf_about ON log_leaf (livc, about, idx) WHERE about <> '';
CREATE TABLE checkpoint (
  livc TEXT NOT NULL, size BIGINT NOT NULL, at BIGINT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (livc, size)
);
CREATE TABLE form_token (
  livc TEXT NOT NULL, hat TEXT NOT NULL, token TEXT NOT NULL,
  made TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (livc, hat, token)
) /*sqlite WITHOUT ROWID sqlite*/;
CREATE INDEX form_token_age ON form_token (livc, at);
CREATE TABLE outbox (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  hat TEXT NOT NULL, template TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting','sent','given_up')),
  tries BIGINT NOT NULL DEFAULT 0, due_at BIGINT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX outbox_waiting ON outbox (livc, state, due_at);
CREATE TABLE tombstone (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, object TEXT NOT NULL, cause TEXT NOT NULL,
  day TEXT NOT NULL, certificate BYTEA NOT NULL, at BIGINT NOT NULL,
  organisation TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX tombstone_of_organisation ON tombstone (livc, organisation, day, id);
CREATE TABLE protocol (
  livc TEXT NOT NULL, version BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','in_force','superseded')),
  settings TEXT NOT NULL,
  from_day TEXT NOT NULL DEFAULT '', at BIGINT NOT NULL,
  PRIMARY KEY (livc, version)
);
CREATE TABLE protocol_chapter (
  livc TEXT NOT NULL, version BIGINT NOT NULL, chapter TEXT NOT NULL,
  place BIGINT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (livc, version, chapter)
);
CREATE TABLE protocol_criterion (
  livc TEXT NOT NULL, version BIGINT NOT NULL, id TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('threshold','weighing','closing','stop')),
  place BIGINT NOT NULL,
  text TEXT NOT NULL, help TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, version, id)
);
-- The criteria that hold now: of the protocol in force, or of the draft that an LIVC R begins with.
CREATE TABLE criterion (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('threshold','weighing','closing','stop')),
  place BIGINT NOT NULL,
  text TEXT NOT NULL, help TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX criterion_of_list ON criterion (livc, list, place, id);
CREATE TABLE protocol_answer (
  livc TEXT NOT NULL, version BIGINT NOT NULL, organisation TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('agree','not_yet','left')),
  day TEXT NOT NULL, noted_by TEXT NOT NULL,
  PRIMARY KEY (livc, version, organisation)
);
-- What an LIVC R looks at again and again: the seven steps of the playbook, and the roles.
CREATE TABLE review (
  livc TEXT NOT NULL,
  topic TEXT NOT NULL CHECK (topic IN ('support','protocol','invitation','discussion','followup','processing','closing','roles')),
  looked TEXT NOT NULL, due TEXT NOT NULL, hat TEXT NOT NULL,
  PRIMARY KEY (livc, topic)
);
-- Where somebody who worries can go: an office, never a person. The only rows that the public page reads.
CREATE TABLE contact_point (
  livc TEXT NOT NULL, municipality TEXT NOT NULL,
  service TEXT NOT NULL, phone TEXT NOT NULL, mail TEXT NOT NULL, address TEXT NOT NULL, hours TEXT NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY (livc, municipality)
);
-- Groups of civil society with which the municipality talks: no seat, no key, no case.
CREATE TABLE network_contact (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('association','neighbourhood','faith_community','youth','culture_sport','parents','other')),
  name TEXT NOT NULL,
  dialogue TEXT NOT NULL CHECK (dialogue IN ('council','officials','both')),
  person BYTEA, reach BYTEA,
  talked TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
-- Who can reach the machines, and on which day he or she acknowledged the secrecy.
CREATE TABLE technician (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  name BYTEA NOT NULL,
  firm TEXT NOT NULL,
  upkeep TEXT NOT NULL CHECK (upkeep IN ('hosting','maintenance','backups','helpdesk')),
  acknowledged TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
