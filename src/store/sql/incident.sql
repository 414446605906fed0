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
UPDATE incident SET resolved_by = ?2, outcome = ?3 WHERE key = ?1

-- name: incident_reopen
UPDATE incident SET resolved_by = NULL, outcome = NULL WHERE resolved_by = ?1

-- name: incident_forget_event
-- the event that opened it was taken back
DELETE FROM incident WHERE event = ?1

-- name: incident_all
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident ORDER BY key

-- name: incident_count_open
SELECT count(*) FROM incident WHERE resolved_by IS NULL
