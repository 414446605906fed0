-- 0001_first.sql - one station's ledger, what is projected from it, and its scans.
-- SPDX-License-Identifier: Apache-2.0
--
-- Only `event` and `station` are the truth; every other table but scan_log and
-- job can be computed from them, and `dockledger verify` does so.

-- Stations known here.  This one has no 1.
CREATE TABLE station(
  no INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL          -- Ed25519, 32 bytes
) STRICT;

-- Texts that many rows share, under small numbers: bins, orders, parties ...
-- Numbers are this database's own and appear in nothing that leaves it.
CREATE TABLE name(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,            -- enum name_kind (store/store.h)
  text TEXT NOT NULL,
  UNIQUE(kind, text)
) STRICT;

-- The ledger.  Rows are added and never changed (gseq excepted, once).
CREATE TABLE event(
  id INTEGER PRIMARY KEY,           -- station no << 40 | seq; seq has no gaps
  at INTEGER NOT NULL,              -- UTC ms, for people
  operator INTEGER NOT NULL,        -- name
  entry INTEGER NOT NULL,           -- enum event_entry
  type INTEGER NOT NULL,            -- enum event_type
  skind INTEGER NOT NULL,           -- enum subject_kind
  item INTEGER,                     -- name, of a unit
  subject TEXT NOT NULL,            -- serial, or the code of the thing
  body TEXT NOT NULL,               -- canonical JSON
  undoes INTEGER,                   -- event
  before INTEGER,                   -- the unit's event before this one: its history is a chain
  hash BLOB NOT NULL,               -- BLAKE2b-256 of the canonical bytes after the station's previous hash
  sig BLOB,                         -- on the last event of a commit
  gseq INTEGER                      -- place in the registry's order
) STRICT;
CREATE INDEX event_subject ON event(skind, subject) WHERE skind <> 0;
CREATE UNIQUE INDEX event_gseq ON event(gseq) WHERE gseq IS NOT NULL;

-- What is known of each unit: the fold of its events.
CREATE TABLE unit(
  item INTEGER NOT NULL,            -- name
  skey BLOB NOT NULL,               -- serial_key(serial): sorts naturally, reversible
  serial TEXT NOT NULL,
  status INTEGER NOT NULL,
  holds INTEGER NOT NULL DEFAULT 0,
  was_expected INTEGER NOT NULL DEFAULT 0,
  bin INTEGER,                      -- names, as the others that are INTEGER
  lot TEXT,
  made_on TEXT,
  expires_on TEXT,
  country TEXT,
  in_order INTEGER, in_line INTEGER,
  out_order INTEGER, out_line INTEGER,
  carton INTEGER,
  party INTEGER,
  owner INTEGER,
  parent_item INTEGER, parent_serial TEXT,
  warranty_until TEXT,
  received_at INTEGER, shipped_at INTEGER, changed_at INTEGER NOT NULL,
  incidents INTEGER NOT NULL DEFAULT 0,  -- open ones
  last_event INTEGER NOT NULL,
  PRIMARY KEY(item, skey)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_skey ON unit(skey);
CREATE INDEX unit_bin ON unit(bin) WHERE bin IS NOT NULL;
CREATE INDEX unit_in ON unit(in_order, in_line) WHERE in_order IS NOT NULL;
CREATE INDEX unit_out ON unit(out_order, out_line) WHERE out_order IS NOT NULL;
CREATE INDEX unit_carton ON unit(carton) WHERE carton IS NOT NULL;
CREATE INDEX unit_parent ON unit(parent_item, parent_serial) WHERE parent_item IS NOT NULL;

-- Sums over units of what each contributes (enum tally_kind):
--   1: a = item, b = status * 2 + held     2: a = bin, b = item
--   3: a = order, b = line * 8 + stage
CREATE TABLE tally(
  kind INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY(kind, a, b)
) STRICT, WITHOUT ROWID;

-- Open questions.  key is "STATION-SEQ:CODE", the same on every station.
CREATE TABLE incident(
  key TEXT PRIMARY KEY,
  event INTEGER NOT NULL,
  code TEXT NOT NULL,
  skind INTEGER NOT NULL,
  item INTEGER,
  subject TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  operator INTEGER NOT NULL,
  detail TEXT NOT NULL,
  resolved_by INTEGER,              -- event
  outcome TEXT
) STRICT;
CREATE INDEX incident_open ON incident(opened_at) WHERE resolved_by IS NULL;
CREATE INDEX incident_subject ON incident(skind, item, subject);

-- Definitions: the last one of each thing.
CREATE TABLE item(
  id INTEGER PRIMARY KEY,           -- name
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, gtin TEXT,
  serial_rule TEXT, lot INTEGER NOT NULL, made_on INTEGER NOT NULL,
  expires_on INTEGER NOT NULL,      -- enum need
  warranty TEXT, abc TEXT, allocation INTEGER NOT NULL,
  default_bin TEXT, min_remaining_days INTEGER, gcp_len INTEGER,
  max_temp_note TEXT,
  event INTEGER NOT NULL
) STRICT;
CREATE INDEX item_gtin ON item(gtin) WHERE gtin IS NOT NULL;

CREATE TABLE bin(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, zone TEXT NOT NULL,
  kind INTEGER NOT NULL, sequence INTEGER NOT NULL,
  capacity INTEGER,                 -- units; NULL: any number
  reserved TEXT,                    -- ";CODE;CODE;", NULL: for every item
  event INTEGER NOT NULL
) STRICT;
CREATE INDEX bin_walk ON bin(sequence, code);

CREATE TABLE party(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind INTEGER NOT NULL, country TEXT, email TEXT, phone TEXT,
  event INTEGER NOT NULL
) STRICT;

CREATE TABLE operator(
  id INTEGER PRIMARY KEY, badge TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  role INTEGER NOT NULL, pin_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0, locked INTEGER NOT NULL DEFAULT 0,
  event INTEGER NOT NULL
) STRICT;

CREATE TABLE serial_rule(
  code TEXT PRIMARY KEY, pattern TEXT NOT NULL, example TEXT NOT NULL,
  hint TEXT, checked TEXT, strip TEXT, supplier TEXT, event INTEGER NOT NULL
) STRICT;

CREATE TABLE warranty(
  code TEXT PRIMARY KEY, name TEXT NOT NULL, months INTEGER NOT NULL,
  starts TEXT NOT NULL, cap_from TEXT, cap_months INTEGER, covers TEXT,
  event INTEGER NOT NULL
) STRICT;

CREATE TABLE bom(
  parent TEXT NOT NULL, child TEXT NOT NULL, qty INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY(parent, child)
) STRICT, WITHOUT ROWID;

CREATE TABLE ord(
  id INTEGER PRIMARY KEY,           -- name "KIND:NUMBER"
  kind INTEGER NOT NULL, number TEXT NOT NULL, party TEXT NOT NULL,
  state INTEGER NOT NULL,           -- enum order_state
  note TEXT, opened_at INTEGER NOT NULL,
  event INTEGER NOT NULL
) STRICT;
CREATE INDEX ord_number ON ord(number, kind);
CREATE INDEX ord_open ON ord(kind, opened_at, id) WHERE state = 1;

CREATE TABLE ord_line(
  ord INTEGER NOT NULL, line INTEGER NOT NULL,
  item INTEGER NOT NULL,            -- name
  qty INTEGER NOT NULL, due TEXT, over_pct INTEGER NOT NULL DEFAULT 0,
  serial_from TEXT, serial_to TEXT, note TEXT,
  PRIMARY KEY(ord, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX ord_line_item ON ord_line(item, ord);

-- Every scan ever made, the refused ones too.
CREATE TABLE scan_log(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, terminal TEXT NOT NULL, operator INTEGER NOT NULL,
  flow TEXT NOT NULL, slot TEXT NOT NULL,
  raw BLOB NOT NULL, kind INTEGER NOT NULL,  -- enum scan_kind
  entry INTEGER NOT NULL, gap_ms INTEGER,    -- since the scan before on this terminal
  verdict INTEGER NOT NULL, code TEXT NOT NULL,
  event INTEGER,                    -- first event it made
  job INTEGER
) STRICT;

-- Open flows, saved with each verdict, so that work goes on after a crash.
CREATE TABLE job(
  id INTEGER PRIMARY KEY,
  flow TEXT NOT NULL, terminal TEXT NOT NULL, operator TEXT NOT NULL,
  opened_at INTEGER NOT NULL, at INTEGER NOT NULL,
  open INTEGER NOT NULL,
  pid INTEGER NOT NULL,             -- process that drives it, 0: nobody
  state TEXT NOT NULL               -- JSON: slots and counters
) STRICT;
CREATE INDEX job_open ON job(terminal, flow) WHERE open = 1;

-- Small facts of this database: "label", "acked" ...
CREATE TABLE setting(
  key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
