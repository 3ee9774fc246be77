-- +goose Up
-- After the table: agreed actions, own dossiers, clocks, extensions, evaluation.
CREATE TABLE action (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  case_id TEXT NOT NULL, item TEXT NOT NULL,
  hat TEXT NOT NULL DEFAULT '', attendance TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL,
  record TEXT NOT NULL,
  note_container TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  due TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked','accepted','running','help','done','stopped','declined')),
  may_betray_source TEXT NOT NULL DEFAULT '' CHECK (may_betray_source IN ('','no','yes_changed')),
  third_party TEXT NOT NULL DEFAULT '' CHECK (third_party IN ('','asked','agreed','done')),
  parents_know TEXT NOT NULL DEFAULT '',
  own_yes BOOLEAN NOT NULL DEFAULT FALSE,
  result TEXT NOT NULL DEFAULT '' CHECK (result IN ('','helped','partly','no_change','not_known')),
  progressed TEXT NOT NULL DEFAULT '', consult_by TEXT NOT NULL DEFAULT '',
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX action_of_hat ON action (livc, hat, state, due, id);
CREATE INDEX action_of_case ON action (livc, case_id, state, due, id);
CREATE TABLE goal (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  case_id TEXT NOT NULL, record TEXT NOT NULL, domain TEXT NOT NULL,
  due TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('set','reached','partly','not','no_longer')),
  PRIMARY KEY (livc, id)
);
CREATE INDEX goal_of_case ON goal (livc, case_id, id);
CREATE TABLE closing_criterion (
  livc TEXT NOT NULL, case_id TEXT NOT NULL, criterion TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('','yes','partly','no','not_applicable')),
  PRIMARY KEY (livc, case_id, criterion)
);
CREATE TABLE contact_line (
  livc TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL,
  organisation TEXT NOT NULL, toward TEXT NOT NULL, every_weeks BIGINT NOT NULL DEFAULT 0, next TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, case_id, id)
);
CREATE TABLE dossier (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  container TEXT NOT NULL, organisation TEXT NOT NULL, hat TEXT NOT NULL, case_id TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('none','outside','here')),
  code_record TEXT NOT NULL DEFAULT '',
  decided TEXT NOT NULL DEFAULT '',
  last_discussed TEXT NOT NULL, due TEXT NOT NULL, extended_until TEXT NOT NULL DEFAULT '', restarts BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX dossier_once ON dossier (livc, hat, case_id);
CREATE INDEX dossier_of_case ON dossier (livc, case_id, id);
CREATE INDEX dossier_due ON dossier (livc, due, id);
CREATE TABLE register_offer (
  livc TEXT NOT NULL, item TEXT NOT NULL, hat TEXT NOT NULL,
  case_id TEXT NOT NULL, until TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open','answered')),
  PRIMARY KEY (livc, item, hat)
);
CREATE INDEX register_offer_of_hat ON register_offer (livc, hat, state, until);
CREATE TABLE extension (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  dossier TEXT NOT NULL,
  discussed TEXT NOT NULL DEFAULT '', until TEXT NOT NULL,
  written TEXT NOT NULL, written_by TEXT NOT NULL,
  signed TEXT NOT NULL DEFAULT '', signed_by TEXT NOT NULL DEFAULT '', signature BYTEA,
  state TEXT NOT NULL CHECK (state IN ('written','signed','lapsed')),
  PRIMARY KEY (livc, id)
);
CREATE INDEX extension_of_dossier ON extension (livc, dossier, id);
CREATE TABLE evaluation_answer (
  livc TEXT NOT NULL, id TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE TABLE process_event (
  livc TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, case_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX process_event_by_month ON process_event (livc, month, kind);
CREATE INDEX process_event_of_case ON process_event (livc, case_id);
CREATE TABLE plan_copy (
  livc TEXT NOT NULL, case_id TEXT NOT NULL, hat TEXT NOT NULL,
  container TEXT NOT NULL, given TEXT NOT NULL,
  PRIMARY KEY (livc, case_id, hat)
);
CREATE TABLE path_word (
  livc TEXT NOT NULL, case_id TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('runs','waits','stuck','done')), day TEXT NOT NULL,
  PRIMARY KEY (livc, case_id)
);
CREATE TABLE clock_notice (
  livc TEXT NOT NULL, object TEXT NOT NULL, kind TEXT NOT NULL, due TEXT NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (livc, object, kind, due)
);
CREATE TABLE clock_run (
  livc TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  held TEXT NOT NULL DEFAULT '' CHECK (held IN ('','jump','mass')),
  confirmed TEXT NOT NULL DEFAULT '', confirmed_by TEXT NOT NULL DEFAULT ''
);
