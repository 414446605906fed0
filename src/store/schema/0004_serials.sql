-- 0004_serials.sql - serials of our own: masks, leases of numbers, what was issued.
-- SPDX-License-Identifier: Apache-2.0
--
-- Computed from events, as every table but event, station, scan_log and job.

ALTER TABLE serial_rule ADD COLUMN mask TEXT;
ALTER TABLE serial_rule ADD COLUMN alphabet TEXT;   -- of the mask; NULL: alnum

-- Ranges of a mask's numbers and who holds them.
CREATE TABLE serial_lease(
  code TEXT PRIMARY KEY,            -- "STATION-SEQ" of the event that gave it
  rule TEXT NOT NULL, mask TEXT NOT NULL, alphabet TEXT NOT NULL,
  holder TEXT NOT NULL,             -- station
  giver TEXT,                       -- station; NULL: it defined the rule first
  giver_key TEXT,                   -- whose signature was believed, hex
  lo INTEGER NOT NULL, hi INTEGER NOT NULL,   -- hi below lo: all was given on
  next INTEGER NOT NULL,            -- numbers from here on were never issued
  issued INTEGER NOT NULL,          -- serials
  event INTEGER NOT NULL
) STRICT;
CREATE INDEX serial_lease_rule ON serial_lease(rule, event);

-- Every serial that was ever issued; whether it is applied its unit says.
CREATE TABLE serial_issued(
  item INTEGER NOT NULL,            -- name
  skey BLOB NOT NULL,
  serial TEXT NOT NULL,
  purpose TEXT NOT NULL,
  event INTEGER NOT NULL,           -- that issued it ...
  place INTEGER NOT NULL,           -- ... and its place there, from 0
  voided INTEGER,                   -- event
  reason TEXT,
  PRIMARY KEY(item, skey)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX serial_issued_order ON serial_issued(event, place);
CREATE INDEX serial_issued_item ON serial_issued(item, event, place);
CREATE INDEX serial_issued_skey ON serial_issued(skey);
