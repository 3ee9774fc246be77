-- +goose Up
-- Invitations and the meeting: who may come, who is inside, what was decided. Words about a person
-- stand sealed on the casusblad.
CREATE TABLE meeting (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  day TEXT NOT NULL, clock TEXT NOT NULL, place TEXT NOT NULL,
  municipality TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL CHECK (mode IN ('paper','spoken','screens')),
  kind TEXT NOT NULL CHECK (kind IN ('operational','practice','strategic')),
  state TEXT NOT NULL CHECK (state IN ('planned','ready','open','closed','cancelled')),
  chair TEXT NOT NULL DEFAULT '', delegate TEXT NOT NULL DEFAULT '', reporter TEXT NOT NULL DEFAULT '',
  protocol_version BIGINT NOT NULL DEFAULT 0,
  secrecy_read_at BIGINT NOT NULL DEFAULT 0,
  opened_at BIGINT NOT NULL DEFAULT 0, closed_at BIGINT NOT NULL DEFAULT 0,
  chaired_by TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '',
  with_cases BOOLEAN NOT NULL DEFAULT FALSE,
  hybrid BOOLEAN NOT NULL DEFAULT FALSE,
  paper_attested_by TEXT NOT NULL DEFAULT '', paper_until TEXT NOT NULL DEFAULT '',
  effort_minutes BIGINT NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX meeting_by_day ON meeting (livc, day, id);
CREATE INDEX meeting_by_state ON meeting (livc, state, day, id);
CREATE TABLE invitation (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  meeting TEXT NOT NULL, case_id TEXT NOT NULL DEFAULT '',
  hat TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed','sent','accepted','declined','call','not_in_care','withdrawn')),
  holder TEXT NOT NULL DEFAULT '',
  ad_hoc BOOLEAN NOT NULL DEFAULT FALSE,
  note TEXT NOT NULL DEFAULT '',
  motive TEXT NOT NULL DEFAULT '', motive_until TEXT NOT NULL DEFAULT '',
  secrecy_read_at BIGINT NOT NULL DEFAULT 0,
  urgent BOOLEAN NOT NULL DEFAULT FALSE,
  spoken BOOLEAN NOT NULL DEFAULT FALSE, briefed TEXT NOT NULL DEFAULT '',
  sent TEXT NOT NULL DEFAULT '', answered TEXT NOT NULL DEFAULT '', talked TEXT NOT NULL DEFAULT '',
  orally_submitted TEXT NOT NULL DEFAULT '', orally_reported TEXT NOT NULL DEFAULT '',
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX invitation_once ON invitation (livc, meeting, case_id, hat);
CREATE INDEX invitation_of_hat ON invitation (livc, hat, state, id);
CREATE INDEX invitation_of_case ON invitation (livc, case_id);
CREATE INDEX invitation_motive ON invitation (livc, motive_until);
CREATE TABLE item (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  meeting TEXT NOT NULL, place BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening','actions','follow_up','new_case','closing_case','extension','practice','general','feedback','round_up')),
  topic TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  minutes BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned','open','suspended','closed','postponed')),
  phase BIGINT NOT NULL DEFAULT 0,
  cleared_police TEXT NOT NULL DEFAULT '',
  opened_at BIGINT NOT NULL DEFAULT 0, closed_at BIGINT NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('','not_here','regular','more','follow_up','ltf')),
  agreement TEXT NOT NULL DEFAULT '' CHECK (agreement IN ('','consensus','dissent')),
  dissent_theme TEXT NOT NULL DEFAULT '',
  enough_signals BOOLEAN NOT NULL DEFAULT FALSE, right_table BOOLEAN NOT NULL DEFAULT FALSE,
  substantive BOOLEAN NOT NULL DEFAULT FALSE,
  stop_questions TEXT NOT NULL DEFAULT '', guide TEXT NOT NULL DEFAULT '', first_speaker TEXT NOT NULL DEFAULT '',
  asked_protects BOOLEAN NOT NULL DEFAULT FALSE, asked_concerns BOOLEAN NOT NULL DEFAULT FALSE,
  proportion TEXT NOT NULL DEFAULT '', child_answers TEXT NOT NULL DEFAULT '',
  informing TEXT NOT NULL DEFAULT '' CHECK (informing IN ('','inform','later','not')),
  informing_by TEXT NOT NULL DEFAULT '', informing_result TEXT NOT NULL DEFAULT '',
  next_review TEXT NOT NULL DEFAULT '',
  report_record TEXT NOT NULL DEFAULT '', report_hash BYTEA, report_at BIGINT NOT NULL DEFAULT 0,
  feedback TEXT NOT NULL DEFAULT '' CHECK (feedback IN ('','none','sheet')),
  from_paper BOOLEAN NOT NULL DEFAULT FALSE,
  mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('','paper','spoken','screens')),
  room TEXT NOT NULL DEFAULT '',
  phase_at BIGINT NOT NULL DEFAULT 0, silent_at BIGINT NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (livc, id)
);
CREATE INDEX item_of_meeting ON item (livc, meeting, place, id);
CREATE INDEX item_of_case ON item (livc, case_id, opened_at, id);
CREATE TABLE attendance (
  livc TEXT NOT NULL, meeting TEXT NOT NULL, id TEXT NOT NULL,
  hat TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL,
  seat TEXT NOT NULL CHECK (seat IN ('mayor','police','coordinator','participant','ad_hoc','secretary')),
  name BYTEA,
  stands_in_for TEXT NOT NULL DEFAULT '',
  clearance_until TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('expected','present','left','absent')),
  secrecy_at BIGINT NOT NULL DEFAULT 0, briefed TEXT NOT NULL DEFAULT '', framed BOOLEAN NOT NULL DEFAULT FALSE,
  arrived_at BIGINT NOT NULL DEFAULT 0, left_at BIGINT NOT NULL DEFAULT 0,
  only_item TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, meeting, id)
);
CREATE INDEX attendance_of_hat ON attendance (livc, hat, meeting);
CREATE TABLE presence (
  livc TEXT NOT NULL, item TEXT NOT NULL, attendance TEXT NOT NULL,
  hat TEXT NOT NULL DEFAULT '',
  entered_at BIGINT NOT NULL, left_at BIGINT NOT NULL DEFAULT 0,
  admitted_by TEXT NOT NULL,
  PRIMARY KEY (livc, item, attendance, entered_at)
);
CREATE INDEX presence_of_hat ON presence (livc, hat, item);
CREATE TABLE weighing (
  livc TEXT NOT NULL, item TEXT NOT NULL, domain TEXT NOT NULL,
  protects BIGINT NOT NULL DEFAULT 0, concerns BIGINT NOT NULL DEFAULT 0,
  unknown BOOLEAN NOT NULL DEFAULT FALSE, not_applicable BOOLEAN NOT NULL DEFAULT FALSE,
  asked BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (livc, item, domain)
);
CREATE TABLE question (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  case_id TEXT NOT NULL, item TEXT NOT NULL,
  domain TEXT NOT NULL, record TEXT NOT NULL,
  attendance TEXT NOT NULL DEFAULT '', hat TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '',
  due TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open','answered','let_go')),
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX question_of_case ON question (livc, case_id, state, id);
CREATE TABLE ltf_sheet (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  case_id TEXT NOT NULL, item TEXT NOT NULL,
  number TEXT NOT NULL, record TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','adopted','rejected','handed_over','void')),
  positive BOOLEAN NOT NULL DEFAULT FALSE, negative BOOLEAN NOT NULL DEFAULT FALSE,
  lines BIGINT NOT NULL DEFAULT 0, circle BIGINT NOT NULL DEFAULT 0, agreed BIGINT NOT NULL DEFAULT 0,
  hash BYTEA, adopted_at BIGINT NOT NULL DEFAULT 0,
  handed_over TEXT NOT NULL DEFAULT '', recipient TEXT NOT NULL DEFAULT '',
  corrects TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX ltf_sheet_of_case ON ltf_sheet (livc, case_id, id);
CREATE INDEX ltf_sheet_by_number ON ltf_sheet (livc, number);
CREATE INDEX ltf_sheet_by_state ON ltf_sheet (livc, state, id);
CREATE TABLE ltf_answer (
  livc TEXT NOT NULL, sheet TEXT NOT NULL, attendance TEXT NOT NULL,
  agreed BOOLEAN NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (livc, sheet, attendance)
);
CREATE TABLE card_shown (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  meeting TEXT NOT NULL, whole BOOLEAN NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX card_shown_of_meeting ON card_shown (livc, meeting);
CREATE TABLE screen (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  meeting_livc TEXT NOT NULL, meeting TEXT NOT NULL,
  container TEXT NOT NULL DEFAULT '',
  code BYTEA NOT NULL, tries BIGINT NOT NULL DEFAULT 0, until_at BIGINT NOT NULL,
  public BYTEA, sealed BYTEA, blind BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX screen_of_meeting ON screen (livc, meeting_livc, meeting);
CREATE INDEX screen_until ON screen (livc, until_at);
-- The room of one item: what is shared stands sealed in its container; here is who shared, for what it may
-- serve, and what was built on it. All of it goes when the item closes.
CREATE TABLE fact (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  item TEXT NOT NULL,
  hat TEXT NOT NULL, attendance TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('protects','concerns','unknown')),
  domain TEXT NOT NULL,
  uses TEXT NOT NULL DEFAULT '',
  kept_secret BOOLEAN NOT NULL DEFAULT FALSE, behalf BOOLEAN NOT NULL DEFAULT FALSE,
  state TEXT NOT NULL CHECK (state IN ('shared','told','withdrawn')),
  revision BIGINT NOT NULL DEFAULT 1,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX fact_of_item ON fact (livc, item, at, id);
CREATE TABLE fact_reader (
  livc TEXT NOT NULL, fact TEXT NOT NULL, hat TEXT NOT NULL,
  PRIMARY KEY (livc, fact, hat)
);
CREATE TABLE built_on (
  livc TEXT NOT NULL, fact TEXT NOT NULL, object TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('action','line','report')),
  anew BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (livc, fact, object)
);
CREATE INDEX built_on_object ON built_on (livc, object);
-- A question to everybody inside. Only a yes is kept; a no ends it, and whose it was stands nowhere.
CREATE TABLE motion (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sheet','line','report','informing')),
  object TEXT NOT NULL,
  hash BYTEA NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','refused','reword')),
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX motion_of_item ON motion (livc, item, at, id);
CREATE TABLE motion_yes (
  livc TEXT NOT NULL, motion TEXT NOT NULL, attendance TEXT NOT NULL,
  signature BYTEA,
  PRIMARY KEY (livc, motion, attendance)
);
-- A private objection: its kind, a mark that only its maker can make again, and a note to the chair. It has no
-- moment: the log would tell by it whose it is.
CREATE TABLE objection (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sharing','decision','action','feedback','informing','not_here')),
  mark BYTEA NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (livc, id)
);
CREATE INDEX objection_of_item ON objection (livc, item, id);
-- That somebody at the meeting knows who an item is about in private life: a mark that only this person can make
-- again, and a note to the chair. As an objection it has no moment.
CREATE TABLE acquaintance (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  item TEXT NOT NULL,
  mark BYTEA NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (livc, id)
);
CREATE INDEX acquaintance_of_item ON acquaintance (livc, item, id);
-- What the coordinator asks the chair to do at the door, until the chair does it.
CREATE TABLE door_asked (
  livc TEXT NOT NULL, item TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('open','people','close')),
  going_in TEXT NOT NULL DEFAULT '', going_out TEXT NOT NULL DEFAULT '', chair_invites TEXT NOT NULL DEFAULT '',
  first_speaker TEXT NOT NULL DEFAULT '', mode TEXT NOT NULL DEFAULT '',
  sent_out BOOLEAN NOT NULL DEFAULT FALSE, substantive BOOLEAN NOT NULL DEFAULT FALSE, postponed BOOLEAN NOT NULL DEFAULT FALSE,
  at BIGINT NOT NULL,
  PRIMARY KEY (livc, item)
);
-- The pass of a guest: one attendance, one point of one meeting. A row of the installation, because who
-- opens a link has no LIVC R yet. Link and words stand here as keyed hashes only.
CREATE TABLE guest_pass (
  livc TEXT NOT NULL, id TEXT NOT NULL,
  meeting_livc TEXT NOT NULL, meeting TEXT NOT NULL, item TEXT NOT NULL,
  attendance TEXT NOT NULL, organisation TEXT NOT NULL, hat TEXT NOT NULL,
  link BYTEA NOT NULL, words BYTEA NOT NULL, tries BIGINT NOT NULL DEFAULT 0,
  from_at BIGINT NOT NULL, until_at BIGINT NOT NULL,
  entered_at BIGINT NOT NULL DEFAULT 0, ended_at BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (livc, id)
);
CREATE UNIQUE INDEX guest_pass_link ON guest_pass (livc, link);
CREATE UNIQUE INDEX guest_pass_of_hat ON guest_pass (livc, meeting_livc, hat);
CREATE INDEX guest_pass_of_meeting ON guest_pass (livc, meeting_livc, meeting, id);
CREATE INDEX guest_pass_until ON guest_pass (livc, meeting_livc, until_at);
