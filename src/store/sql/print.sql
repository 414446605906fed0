-- print.sql - labels that were asked for, the jobs they travel in, printers.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every query that gives labels gives these columns in this order.

-- name: print_template_find
SELECT id FROM label_template WHERE name = ?1 AND hash = ?2

-- name: print_template_add
INSERT INTO label_template(name, hash, text, at) VALUES(?1, ?2, ?3, ?4)

-- name: print_template_get
SELECT name, text FROM label_template WHERE id = ?1

-- name: print_label_add
INSERT INTO print_label(template, fields, copies, printer, item, serial, event,
  copy_no, reason, operator, made_at, changed_at, state)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, 1)

-- name: print_label_get
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer WHERE l.id = ?1

-- name: print_label_page
-- all of them after ?1, oldest first
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.id > ?1 ORDER BY l.id LIMIT ?2

-- name: print_label_page_open
-- those that are neither printed, read back nor cancelled
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.state NOT IN (7, 8, 11) AND l.id > ?1 ORDER BY l.id LIMIT ?2

-- name: print_label_newest
-- all of them before ?1, newest first
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.id < ?1 ORDER BY l.id DESC LIMIT ?2

-- name: print_label_newest_open
-- the same of those that are neither printed, read back nor cancelled
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.state NOT IN (7, 8, 11) AND l.id < ?1 ORDER BY l.id DESC LIMIT ?2

-- name: print_label_of_unit
-- labels of a unit, oldest first
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.item = ?1 AND l.serial = ?2 ORDER BY l.id

-- name: print_label_queued
-- labels that wait for a printer, of one template, oldest first
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, NULL, NULL, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  WHERE l.state = 1 AND l.printer = ?1 AND l.template = ?2 ORDER BY l.id LIMIT ?3

-- name: print_label_set
UPDATE print_label SET state = ?2, detail = ?3, changed_at = ?4 WHERE id = ?1

-- name: print_label_settle
-- labels of a unit that are out and stand for nothing any more, before ?3
UPDATE print_label SET state = 11, detail = ?4, changed_at = ?5
  WHERE item = ?1 AND serial = ?2 AND id < ?3 AND state IN (7, 9, 10)

-- name: print_label_unchecked
-- labels of units that are out and were not read back, oldest first, after ?1
SELECT l.id, t.name, l.template, l.printer, l.copies, l.state, l.detail,
  l.made_at, l.changed_at, l.item, l.serial, l.operator, l.reason, l.copy_no,
  l.attempts, l.job, j.detail, p.words, l.fields FROM print_label l
  JOIN label_template t ON t.id = l.template
  LEFT JOIN print_job j ON j.id = l.job
  LEFT JOIN print_printer p ON p.name = l.printer
  WHERE l.state IN (7, 9, 10) AND l.item IS NOT NULL AND l.id > ?1
  ORDER BY l.id LIMIT ?2

-- name: print_label_unchecked_item
-- the items of those labels with this serial
SELECT DISTINCT item FROM print_label
  WHERE state IN (7, 9, 10) AND item IS NOT NULL AND serial = ?1 LIMIT 2

-- name: print_label_unchecked_count
SELECT count(*) FROM print_label WHERE state IN (7, 9, 10) AND item IS NOT NULL

-- name: print_label_queue_again
UPDATE print_label SET state = 1, job = NULL, detail = '', reason = coalesce(?2, reason),
  changed_at = ?3 WHERE id = ?1

-- name: print_label_take
-- changes one row, or none when it does not wait any more
UPDATE print_label SET state = 3, job = ?2, printer = ?3, detail = '',
  changed_at = ?4 WHERE id = ?1 AND state = 1

-- name: print_label_void_event
-- labels whose cause was taken back, as far as they still wait
UPDATE print_label SET state = 11, detail = ?2, changed_at = ?3
  WHERE event = ?1 AND state IN (1, 2)

-- name: print_label_left_event
-- those of them that are past waiting
SELECT count(*) FROM print_label WHERE event = ?1 AND state NOT IN (1, 2, 11)

-- name: print_label_open_counts
SELECT state, count(*) FROM print_label WHERE state NOT IN (7, 8, 11) GROUP BY state

-- name: print_groups
-- what waits, by printer and template, with the oldest label of each
SELECT printer, template, min(id), count(*) FROM print_label WHERE state = 1
  GROUP BY printer, template

-- name: print_job_add
INSERT INTO print_job(name, printer, queue, state, labels, made_at, changed_at)
  VALUES(?1, ?2, ?3, 3, ?4, ?5, ?5)

-- name: print_job_live
-- jobs that are on their way, oldest first
SELECT id, name, printer, queue, state, labels, cups_id, uuid, made_at,
  changed_at, idle_since, cancel, detail, began_at FROM print_job
  WHERE state BETWEEN 3 AND 6 ORDER BY id

-- name: print_job_live_count
SELECT count(*) FROM print_job WHERE state BETWEEN 3 AND 6

-- name: print_job_set
-- ?6, when it is not NULL, is when CUPS began with it first
UPDATE print_job SET state = ?2, detail = ?3, idle_since = ?4, changed_at = ?5,
  began_at = coalesce(began_at, ?6) WHERE id = ?1

-- name: print_job_created
UPDATE print_job SET state = 4, cups_id = ?2, uuid = ?3, changed_at = ?4 WHERE id = ?1

-- name: print_job_doubt
-- CUPS was started anew: what it had begun with it begins again
UPDATE print_job SET began_at = 1 WHERE state BETWEEN 4 AND 6 AND began_at <> 0

-- name: print_job_cancel
-- a person wants it stopped
UPDATE print_job SET cancel = 1, changed_at = ?2 WHERE id = ?1

-- name: print_job_labels_set
-- the labels of a job go with it, those excepted that a person has settled
UPDATE print_label SET state = ?2, changed_at = ?3, detail = ''
  WHERE job = ?1 AND state BETWEEN 3 AND 6

-- name: print_job_labels_given
-- from here on the labels may be printed
UPDATE print_label SET state = 4, attempts = attempts + 1, changed_at = ?2
  WHERE job = ?1 AND state BETWEEN 3 AND 6

-- name: print_job_labels_queue
-- nothing of the job was printed: its labels wait again; ?3 is 1 when they were
-- counted as given
UPDATE print_label SET state = 1, job = NULL, detail = ?2, changed_at = ?4,
  attempts = attempts - ?3 WHERE job = ?1 AND state BETWEEN 3 AND 6

-- name: print_job_label_count
-- labels of a job that nobody has settled
SELECT count(*) FROM print_label WHERE job = ?1 AND state BETWEEN 3 AND 6

-- name: print_printer_put
INSERT INTO print_printer(name, queue, state, words, at) VALUES(?1, ?2, ?3, ?4, ?5)
  ON CONFLICT(name) DO UPDATE SET queue = excluded.queue, state = excluded.state,
  words = excluded.words, at = excluded.at

-- name: print_printer_forget
DELETE FROM print_printer

-- name: print_printer_get
SELECT name, queue, state, words, at FROM print_printer WHERE name = ?1

-- name: print_printer_load
-- what waits for a printer or is on its way to it; when a label last came out of
-- it, looked for among the newest alone
SELECT (SELECT count(*) FROM print_label WHERE state NOT IN (7, 8, 11)
    AND state < 7 AND printer = ?1),
  coalesce((SELECT changed_at FROM print_label WHERE printer = ?1
    AND state IN (7, 8) AND id > (SELECT max(id) FROM print_label) - 10000
    ORDER BY id DESC LIMIT 1), 0)

-- name: print_printer_list
SELECT name, queue, state, words, at FROM print_printer ORDER BY name
