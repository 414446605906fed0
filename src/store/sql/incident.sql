-- incident.sql - open questions and their answers.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every query that gives incidents gives these columns in this order.

-- name: incident_find
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident WHERE key = ?1

-- name: incident_open_of
-- open ones of one subject, oldest first
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident
  WHERE skind = ?1 AND item IS ?2 AND subject = ?3 AND resolved_by IS NULL
  ORDER BY event

-- name: incident_of
-- all of one subject
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident
  WHERE skind = ?1 AND item IS ?2 AND subject = ?3 ORDER BY event

-- name: incident_add
INSERT INTO incident(key, event, code, skind, item, subject, opened_at, operator,
  detail) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(key) DO NOTHING

-- name: incident_resolve
-- changes one row, or none when it is settled already or of another subject
UPDATE incident SET resolved_by = ?2, outcome = ?3 WHERE key = ?1
  AND resolved_by IS NULL AND skind = ?4 AND item IS ?5 AND subject = ?6

-- name: incident_forget_unit
-- before they are written anew from the unit's events
DELETE FROM incident WHERE skind = 0 AND item = ?1 AND subject = ?2

-- name: incident_all
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident ORDER BY key

-- name: incident_count_open
SELECT count(*) FROM incident WHERE resolved_by IS NULL
