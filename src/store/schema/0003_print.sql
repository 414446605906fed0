-- 0003_print.sql - the print outbox: labels that were asked for, and the jobs
-- they travelled in.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nothing here is computed from events: a row is written in the transaction of
-- its cause and then follows the label until a person has it in hand.

-- Texts of label templates that were printed with, each version once.
CREATE TABLE label_template(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,               -- BLAKE2b-256 of the text, hex
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE(name, hash)
) STRICT;

-- What was handed to CUPS at once.  name is ours and unique; CUPS hands the
-- numbers of lost jobs out again, so cups_id means nothing without the uuid.
CREATE TABLE print_job(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  printer TEXT NOT NULL,            -- as the labels name it
  queue TEXT NOT NULL,              -- of CUPS
  state INTEGER NOT NULL,           -- enum print_state
  labels INTEGER NOT NULL,
  cups_id INTEGER, uuid TEXT,
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  idle_since INTEGER,               -- pending at an idle printer since
  began_at INTEGER,                 -- CUPS began with it first, by CUPS's clock
  cancel INTEGER NOT NULL DEFAULT 0,  -- a person wants it stopped
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX print_job_live ON print_job(id) WHERE state BETWEEN 3 AND 6;

-- A label: what stands on it, for what, and how far it is.
CREATE TABLE print_label(
  id INTEGER PRIMARY KEY,
  template INTEGER NOT NULL REFERENCES label_template(id),
  fields TEXT NOT NULL,             -- JSON object of texts, as they were then
  copies INTEGER NOT NULL,
  printer TEXT NOT NULL,            -- profile or queue; '': as the template says
  item INTEGER, serial TEXT,        -- the unit, NULL: none
  event INTEGER,                    -- its cause, NULL: asked for by itself
  copy_no INTEGER NOT NULL,         -- of this template for this unit, from 1
  reason TEXT,                      -- of a reprint
  operator INTEGER NOT NULL,        -- name
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  state INTEGER NOT NULL,           -- enum print_state
  attempts INTEGER NOT NULL DEFAULT 0,
  job INTEGER REFERENCES print_job(id),  -- the last one it travelled in
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX print_label_queued ON print_label(printer, template, id) WHERE state = 1;
CREATE INDEX print_label_open ON print_label(id, state) WHERE state NOT IN (7, 8, 11);
-- printed for a unit, and not read back yet
CREATE INDEX print_label_unchecked ON print_label(id)
  WHERE state IN (7, 9, 10) AND item IS NOT NULL;
CREATE INDEX print_label_unchecked_serial ON print_label(serial)
  WHERE state IN (7, 9, 10) AND item IS NOT NULL;
CREATE INDEX print_label_unit ON print_label(item, serial) WHERE item IS NOT NULL;
CREATE INDEX print_label_event ON print_label(event) WHERE event IS NOT NULL;
CREATE INDEX print_label_job ON print_label(job) WHERE job IS NOT NULL;

-- What the agent last saw of each printer it works for.
CREATE TABLE print_printer(
  name TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  state INTEGER NOT NULL,           -- enum printer_state
  words TEXT NOT NULL,              -- what a person should know, '' when all is well
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Labels that would not read (EV_UNIT_LABEL_FAILED), for the report of them.
CREATE INDEX event_label_failed ON event(at, id) WHERE type = 38;
