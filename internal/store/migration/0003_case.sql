-- +goose Up
-- Before the table: referrals, the mayor's list, cases. Who it is about stands sealed in LIST or in
-- the intake; here are random ids, states, dates and the case code.
CREATE TABLE referral (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  municipality TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked','received','proposed','listed','not_listed','regular','more','withdrawn')),
  manner TEXT NOT NULL CHECK (manner IN ('oral','written','officer','municipality','service')),
  by_hat TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  ages TEXT NOT NULL CHECK (ages IN ('unknown','under12','minor','adult')),
  member BOOLEAN NOT NULL,
  container TEXT NOT NULL,
  consent TEXT NOT NULL DEFAULT 'unknown' CHECK (consent IN ('unknown','informed','agreed','not_informed')),
  same_as TEXT NOT NULL DEFAULT '',
  checked TEXT NOT NULL DEFAULT '',
  officer TEXT NOT NULL DEFAULT '',
  officer_note TEXT NOT NULL DEFAULT '', officer_note_until TEXT NOT NULL DEFAULT '',
  officer_on TEXT NOT NULL DEFAULT '',
  weighed TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  decided TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL DEFAULT '',
  on_paper TEXT NOT NULL DEFAULT '',
  answered TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  received TEXT NOT NULL, erase_on TEXT NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX referral_open ON referral (livc, municipality, state, received, id);
CREATE INDEX referral_by_hat ON referral (livc, by_hat, received, id);
CREATE INDEX referral_erase ON referral (livc, erase_on, id);
CREATE INDEX referral_of_case ON referral (livc, case_id);
CREATE INDEX referral_of_officer ON referral (livc, officer, received, id);
CREATE INDEX referral_note ON referral (livc, officer_note_until, id);
CREATE TABLE hold (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  referral TEXT NOT NULL DEFAULT '', case_id TEXT NOT NULL DEFAULT '',
  by_hat TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL, lifted TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX hold_of_referral ON hold (livc, referral);
CREATE INDEX hold_of_case ON hold (livc, case_id);
CREATE TABLE casus (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  municipality TEXT NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('listed','discussed','followed','stuck','aftercare','closed','erased')),
  ages TEXT NOT NULL CHECK (ages IN ('unknown','under12','minor','adult')),
  origin TEXT NOT NULL,
  sheet TEXT NOT NULL,
  agenda_only BOOLEAN NOT NULL,
  manager TEXT NOT NULL DEFAULT '',
  manager_reach TEXT NOT NULL DEFAULT '' CHECK (manager_reach IN ('','tells','gathers','activates')),
  director TEXT NOT NULL DEFAULT '',
  listed TEXT NOT NULL,
  first_discussed TEXT NOT NULL DEFAULT '', last_discussed TEXT NOT NULL DEFAULT '',
  restarts BIGINT NOT NULL DEFAULT 0,
  due TEXT NOT NULL,
  review TEXT NOT NULL DEFAULT '',
  closed TEXT NOT NULL DEFAULT '', closing_reason TEXT NOT NULL DEFAULT '',
  adult_on TEXT NOT NULL DEFAULT '',
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX casus_page ON casus (livc, municipality, due, id, state, code); -- all that a page of the list shows
CREATE INDEX casus_due ON casus (livc, due, id);
CREATE UNIQUE INDEX casus_code ON casus (livc, code);
CREATE TABLE drawer_item (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  hat TEXT NOT NULL, container TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('worry','draft','preparation','first_choice')),
  item TEXT NOT NULL DEFAULT '', -- with whose closing it goes
  kept TEXT NOT NULL, erase_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX drawer_item_of_hat ON drawer_item (livc, hat, kind, kept, id);
CREATE INDEX drawer_item_of_item ON drawer_item (livc, item, id);
CREATE INDEX drawer_item_erase ON drawer_item (livc, erase_on, id);
CREATE TABLE thinking_along (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  municipality TEXT NOT NULL,
  hat TEXT NOT NULL, container TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  advice TEXT NOT NULL DEFAULT '' CHECK (advice IN ('','own_help','ask_advice','refer','police')),
  asked TEXT NOT NULL, answered TEXT NOT NULL DEFAULT '', erase_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX thinking_along_of_hat ON thinking_along (livc, hat, asked, id);
CREATE INDEX thinking_along_open ON thinking_along (livc, municipality, answered, asked, id);
CREATE INDEX thinking_along_erase ON thinking_along (livc, erase_on, id);
CREATE TABLE list_question (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  referral TEXT NOT NULL, hat TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('asked','answered','silent')),
  asked TEXT NOT NULL, answered TEXT NOT NULL DEFAULT '', erase_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX list_question_of_referral ON list_question (livc, referral, asked, id);
CREATE INDEX list_question_of_hat ON list_question (livc, hat, state, asked, id);
CREATE INDEX list_question_erase ON list_question (livc, erase_on, id);
CREATE TABLE referral_link (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  for_livc TEXT NOT NULL, municipality TEXT NOT NULL, by_hat TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('education','youth','welfare','health','work','police','municipality','surroundings','other')),
  secrecy TEXT NOT NULL CHECK (secrecy IN ('professional','official','discretion','table')),
  name BYTEA NOT NULL, service BYTEA, reach BYTEA NOT NULL,
  code BYTEA NOT NULL, tries BIGINT NOT NULL DEFAULT 0, voucher BYTEA NOT NULL,
  made_at BIGINT NOT NULL, until_at BIGINT NOT NULL, used_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE INDEX referral_link_of ON referral_link (livc, for_livc, municipality, made_at);
CREATE INDEX referral_link_until ON referral_link (livc, for_livc, until_at);
-- To and from another municipality: that a file was made or opened, never what stands in it.
CREATE TABLE transfer (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  made TEXT NOT NULL, receiver TEXT NOT NULL, words TEXT NOT NULL, both_follow BOOLEAN NOT NULL, said TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX transfer_of_case ON transfer (livc, case_id, at, id);
CREATE TABLE arrival (
  livc TEXT NOT NULL, fingerprint TEXT NOT NULL,
  referral TEXT NOT NULL, words TEXT NOT NULL, both_follow BOOLEAN NOT NULL, forget_on TEXT NOT NULL,
  PRIMARY KEY (livc, fingerprint)
);
CREATE INDEX arrival_of_referral ON arrival (livc, referral);
CREATE INDEX arrival_forget ON arrival (livc, forget_on);
