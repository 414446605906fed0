-- scan.sql - the scan log and the open flows.
-- SPDX-License-Identifier: Apache-2.0

-- name: scan_add
INSERT INTO scan_log(at, terminal, operator, flow, slot, raw, kind, entry, gap_ms,
  verdict, code, event, job)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)

-- name: scan_count
SELECT count(*) FROM scan_log

-- name: job_add
INSERT INTO job(flow, terminal, operator, opened_at, at, open, pid, state)
  VALUES(?1, ?2, ?3, ?4, ?4, 1, ?5, ?6)

-- name: job_save
UPDATE job SET operator = ?2, at = ?3, open = ?4, pid = ?5, state = ?6 WHERE id = ?1

-- name: job_get
SELECT id, flow, terminal, operator, at, pid, state, opened_at FROM job
  WHERE id = ?1 AND open = 1

-- name: job_list
SELECT id, flow, terminal, operator, at, pid, state, opened_at FROM job
  WHERE open = 1 ORDER BY at DESC

-- name: job_pid
UPDATE job SET pid = ?2 WHERE id = ?1

-- name: job_close
UPDATE job SET open = 0, pid = 0, at = ?2 WHERE id = ?1

-- name: job_acts
-- the last acts of a job, newest first; only the end of the log is searched
SELECT event, at FROM scan_log
  WHERE id > (SELECT coalesce(max(id), 0) FROM scan_log) - 20000
    AND job = ?1 AND verdict = 1 AND event IS NOT NULL
  ORDER BY id DESC LIMIT ?2

-- name: job_act_end
-- the event that ends the act which begins with this one
SELECT id FROM event WHERE id >= ?1 AND sig IS NOT NULL ORDER BY id LIMIT 1

-- name: job_act_undone
-- was it taken back later on this station
SELECT 1 FROM event WHERE id > ?1 AND id < ?1 + 100000 AND undoes = ?1 LIMIT 1
