-- event.sql - the ledger itself.
-- SPDX-License-Identifier: Apache-2.0

-- name: event_head
-- the last event of a station: ids between two bounds
SELECT id, hash FROM event WHERE id > ?1 AND id < ?2 ORDER BY id DESC LIMIT 1

-- name: event_add
INSERT INTO event(id, at, operator, entry, type, skind, item, subject, body,
  undoes, before, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)

-- name: event_sign
UPDATE event SET sig = ?2 WHERE id = ?1

-- name: event_get
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE id = ?1

-- name: event_chain
-- every event of a station in order
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE id > ?1 AND id < ?2 ORDER BY id

-- name: event_by_unit
-- every event on units, unit by unit, each in the agreed order
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE skind = 0
  ORDER BY item, subject, gseq IS NULL, gseq, id

-- name: event_label_failed
-- labels of units that would not read (EV_UNIT_LABEL_FAILED), oldest first
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE type = 38 ORDER BY at, id

-- name: event_others
-- every event on anything else, in the agreed order
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE skind <> 0 ORDER BY gseq IS NULL, gseq, id

-- name: event_of_subject
SELECT id, at, operator, entry, type, skind, item, subject, body, undoes, before,
  hash, sig, gseq FROM event WHERE skind = ?1 AND subject = ?2 AND skind <> 0
  ORDER BY gseq IS NULL, gseq, id

-- name: event_count
SELECT count(*) FROM event

-- name: event_unsent
-- own events above the last one that the registry acknowledged
SELECT at FROM event WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT 1
