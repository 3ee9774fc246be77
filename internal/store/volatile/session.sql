-- Sessions, forms on their way and challenges: what may be lost at any moment and never stands in a
-- backup. SQLite keeps them in a file of their own, PostgreSQL in tables without a log. livc is '0'.
CREATE /*pg UNLOGGED pg*/ TABLE IF NOT EXISTS session (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  person TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('enrolling','open','renew','over')),
  wrapped BYTEA, draft BYTEA,
  begun BIGINT NOT NULL, touched BIGINT NOT NULL, fresh BIGINT NOT NULL,
  hat_livc TEXT NOT NULL, controller TEXT NOT NULL, hat TEXT NOT NULL, function TEXT NOT NULL,
  person_generation BIGINT NOT NULL, hat_generation BIGINT NOT NULL,
  language TEXT NOT NULL, theme TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX IF NOT EXISTS session_of_person ON session (livc, person);
CREATE INDEX IF NOT EXISTS session_by_age ON session (livc, begun);
CREATE /*pg UNLOGGED pg*/ TABLE IF NOT EXISTS draft (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  person TEXT NOT NULL, sealed BYTEA NOT NULL, until_at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX IF NOT EXISTS draft_by_age ON draft (livc, until_at);
CREATE /*pg UNLOGGED pg*/ TABLE IF NOT EXISTS once (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  value BYTEA NOT NULL, until_at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX IF NOT EXISTS once_by_age ON once (livc, until_at);
