-- list.sql - lists for screens and commands, by keyset pages.
-- SPDX-License-Identifier: Apache-2.0

-- Units of one item between two serial keys (?2 <= key < ?3), in the natural
-- order of their serials.  ?4 and above say what else is asked; NULL asks
-- nothing.  A pair of queries, forward and back, for each way in: by the
-- primary key, by bin, by carton, by order.  Asked for a bin without a status,
-- they give what is in house (unit_status_in_house).  A unit that was opening
-- stock has no order: whether it came from supplier ?15 the caller finds out.

-- name: list_by_unit
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey

-- name: list_by_unit_back
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey DESC

-- name: list_by_bin
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_bin WHERE bin = ?12 AND item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey

-- name: list_by_bin_back
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_bin WHERE bin = ?12 AND item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey DESC

-- name: list_by_carton
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_carton WHERE carton = ?13 AND item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey

-- name: list_by_carton_back
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_carton WHERE carton = ?13 AND item = ?1 AND skey >= ?2 AND skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey DESC

-- name: list_by_order
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE (in_order = ?14 OR out_order = ?14)
  AND +item = ?1 AND +skey >= ?2 AND +skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey

-- name: list_by_order_back
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE (in_order = ?14 OR out_order = ?14)
  AND +item = ?1 AND +skey >= ?2 AND +skey < ?3
  AND (?4 IS NULL OR status = ?4) AND (?5 IS NULL OR holds & ?5 <> 0)
  AND (?6 IS NULL OR lot = ?6)
  AND (?7 IS NULL OR made_on >= ?7) AND (?8 IS NULL OR made_on <= ?8)
  AND (?9 IS NULL OR expires_on < ?9)
  AND (?10 IS NULL OR party = ?10) AND (?11 IS NULL OR country = ?11)
  AND (?12 IS NULL OR bin = ?12 AND (?4 IS NOT NULL
    OR status IN (2, 3, 4, 5, 7, 8)))
  AND (?13 IS NULL OR carton = ?13)
  AND (?14 IS NULL OR in_order = ?14 OR out_order = ?14)
  AND (?15 IS NULL OR in_order IS NULL
    OR in_order IN (SELECT id FROM ord WHERE party = ?15))
  ORDER BY skey DESC

-- Items that units may be of, in the order of their codes.

-- name: list_unit_items
-- from ?1 on; with ?2 only those that have units in this status
SELECT id, text FROM name WHERE kind = 0 AND text >= ?1
  AND (?2 IS NULL OR EXISTS (SELECT 1 FROM tally WHERE tally.kind = 1
    AND a = name.id AND b >= ?2 * 2 AND b < ?2 * 2 + 2 AND n > 0))
  ORDER BY text

-- name: list_unit_items_back
SELECT id, text FROM name WHERE kind = 0 AND text <= ?1
  AND (?2 IS NULL OR EXISTS (SELECT 1 FROM tally WHERE tally.kind = 1
    AND a = name.id AND b >= ?2 * 2 AND b < ?2 * 2 + 2 AND n > 0))
  ORDER BY text DESC

-- name: list_bin_items
WITH RECURSIVE step(i) AS (
  SELECT min(item) FROM unit WHERE bin = ?1 UNION ALL
  SELECT (SELECT min(item) FROM unit WHERE bin = ?1 AND item > step.i)
    FROM step WHERE step.i IS NOT NULL)
SELECT n.id, n.text FROM step JOIN name n ON n.id = step.i ORDER BY n.text

-- name: list_carton_items
WITH RECURSIVE step(i) AS (
  SELECT min(item) FROM unit WHERE carton = ?1 UNION ALL
  SELECT (SELECT min(item) FROM unit WHERE carton = ?1 AND item > step.i)
    FROM step WHERE step.i IS NOT NULL)
SELECT n.id, n.text FROM step JOIN name n ON n.id = step.i ORDER BY n.text

-- name: list_order_items
SELECT n.id, n.text FROM name n WHERE n.id IN (
  SELECT item FROM unit WHERE in_order = ?1
  UNION SELECT item FROM unit WHERE out_order = ?1) ORDER BY n.text

-- name: list_children
-- units installed in a unit
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_parent WHERE parent_item = ?1 AND parent_serial = ?2
  ORDER BY item, skey

-- Units of an order line, natural order.

-- name: list_line_in
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_in WHERE in_order = ?1 AND in_line = ?2
  ORDER BY item, skey

-- name: list_line_out
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_out WHERE out_order = ?1 AND out_line = ?2
  ORDER BY item, skey

-- Definitions by code: codes alone, the finders read the rest.

-- name: list_bins
SELECT code FROM bin WHERE code >= ?1 ORDER BY code LIMIT ?2

-- name: list_bins_back
SELECT code FROM bin WHERE code < ?1 ORDER BY code DESC LIMIT ?2

-- name: list_items
SELECT code FROM item WHERE code >= ?1 ORDER BY code LIMIT ?2

-- name: list_items_back
SELECT code FROM item WHERE code < ?1 ORDER BY code DESC LIMIT ?2

-- name: list_operators
SELECT badge FROM operator WHERE badge >= ?1 ORDER BY badge LIMIT ?2

-- name: list_operators_back
SELECT badge FROM operator WHERE badge < ?1 ORDER BY badge DESC LIMIT ?2

-- name: list_parties
SELECT code FROM party WHERE code >= ?1 ORDER BY code LIMIT ?2

-- name: list_parties_back
SELECT code FROM party WHERE code < ?1 ORDER BY code DESC LIMIT ?2

-- Orders: kind, number.  All by number and kind; the open ones by kind and
-- what shall be done first: priority, due day, age.  ?1 is one kind and 1 more,
-- ?2 one party, ?3 how the number begins, ?4 one state and 1 more; 0 and NULL
-- ask nothing.

-- name: list_orders
SELECT kind, number FROM ord WHERE (?4 = 0 OR state = ?4 - 1)
  AND (?1 = 0 OR kind = ?1 - 1) AND (?2 IS NULL OR party = ?2)
  AND (?3 IS NULL OR substr(number, 1, length(?3)) = ?3)
  AND (number, kind) > (?5, ?6) ORDER BY number, kind LIMIT ?7

-- name: list_orders_back
SELECT kind, number FROM ord WHERE (?4 = 0 OR state = ?4 - 1)
  AND (?1 = 0 OR kind = ?1 - 1) AND (?2 IS NULL OR party = ?2)
  AND (?3 IS NULL OR substr(number, 1, length(?3)) = ?3)
  AND (number, kind) < (?5, ?6) ORDER BY number DESC, kind DESC LIMIT ?7

-- name: list_orders_open
SELECT kind, number FROM ord INDEXED BY ord_open WHERE state = 1
  AND (?1 = 0 OR kind = ?1 - 1) AND (?2 IS NULL OR party = ?2)
  AND (?3 IS NULL OR substr(number, 1, length(?3)) = ?3)
  AND (kind, rank, opened_at, id) > (?4, ?5, ?6, ?7)
  ORDER BY kind, rank, opened_at, id LIMIT ?8

-- name: list_orders_open_back
SELECT kind, number FROM ord INDEXED BY ord_open WHERE state = 1
  AND (?1 = 0 OR kind = ?1 - 1) AND (?2 IS NULL OR party = ?2)
  AND (?3 IS NULL OR substr(number, 1, length(?3)) = ?3)
  AND (kind, rank, opened_at, id) < (?4, ?5, ?6, ?7)
  ORDER BY kind DESC, rank DESC, opened_at DESC, id DESC LIMIT ?8

-- name: list_incidents
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident
  WHERE (opened_at, key) > (?1, ?2)
  ORDER BY opened_at, key LIMIT ?3

-- name: list_incidents_back
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident
  WHERE (opened_at, key) < (?1, ?2)
  ORDER BY opened_at DESC, key DESC LIMIT ?3

-- name: list_incidents_open
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident INDEXED BY incident_open
  WHERE resolved_by IS NULL AND (opened_at, key) > (?1, ?2)
  ORDER BY opened_at, key LIMIT ?3

-- name: list_incidents_open_back
SELECT key, code, skind, item, subject, opened_at, operator, detail,
  resolved_by, outcome, event FROM incident INDEXED BY incident_open
  WHERE resolved_by IS NULL AND (opened_at, key) < (?1, ?2)
  ORDER BY opened_at DESC, key DESC LIMIT ?3

-- Tasks, oldest first, beside the event that asked for one.

-- name: list_task_event
SELECT event FROM task WHERE code = ?1

-- name: list_tasks
SELECT code, kind, bin, item, ord, reason, note, state, opened_at, operator,
  taken_by FROM task WHERE event > ?1 AND (?2 = 0 OR state < 2)
  ORDER BY event LIMIT ?3

-- name: list_tasks_back
SELECT code, kind, bin, item, ord, reason, note, state, opened_at, operator,
  taken_by FROM task WHERE event < ?1 AND (?2 = 0 OR state < 2)
  ORDER BY event DESC LIMIT ?3

-- name: list_last_own
-- time of this station's last event (it has no 1: event.id)
SELECT at FROM event WHERE id < (2 << 40) ORDER BY id DESC LIMIT 1
