-- carton.sql - containers, tasks, promises.
-- SPDX-License-Identifier: Apache-2.0

-- name: carton_find
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c WHERE c.code = ?1

-- name: carton_put
-- a container's state is written whole
INSERT INTO carton(id, code, kind, state, ord, party, parent, bin, weight_g,
  carrier, tracking, opened_at, closed_at, shipped_at, event)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
  ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, state = excluded.state,
  ord = excluded.ord, party = excluded.party, parent = excluded.parent,
  bin = excluded.bin, weight_g = excluded.weight_g, carrier = excluded.carrier,
  tracking = excluded.tracking, opened_at = excluded.opened_at,
  closed_at = excluded.closed_at, shipped_at = excluded.shipped_at,
  event = excluded.event

-- name: carton_children
-- what is directly in it, in the order of their codes
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c WHERE c.parent = ?1 ORDER BY c.code

-- name: carton_counts
SELECT (SELECT count(*) FROM unit WHERE carton = ?1),
  (SELECT count(*) FROM carton WHERE parent = ?1)

-- name: carton_of_order
-- containers of an order that are not ended, in the order of their codes
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c WHERE c.ord = ?1 AND c.state < 3 ORDER BY c.code

-- name: carton_highest
-- the highest code between two of the same length
SELECT code FROM carton WHERE code >= ?1 AND code <= ?2 ORDER BY code DESC LIMIT 1

-- Containers by code, from ?1 on or below it: all, those that did not leave,
-- those of an order.

-- name: carton_list
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c WHERE c.code >= ?1 ORDER BY c.code LIMIT ?2

-- name: carton_list_back
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c WHERE c.code < ?1 ORDER BY c.code DESC LIMIT ?2

-- name: carton_list_here
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c INDEXED BY carton_here WHERE c.state < 2 AND c.code >= ?1
  ORDER BY c.code LIMIT ?2

-- name: carton_list_here_back
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c INDEXED BY carton_here WHERE c.state < 2 AND c.code < ?1
  ORDER BY c.code DESC LIMIT ?2

-- name: carton_list_order
-- with ?4 the ones that did not leave
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c INDEXED BY carton_ord WHERE c.ord = ?3 AND c.code >= ?1
  AND (?4 = 0 OR c.state < 2) ORDER BY c.code LIMIT ?2

-- name: carton_list_order_back
SELECT c.id, c.code, c.kind, c.state, c.ord, c.party, c.parent, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at
  FROM carton c INDEXED BY carton_ord WHERE c.ord = ?3 AND c.code < ?1
  AND (?4 = 0 OR c.state < 2) ORDER BY c.code DESC LIMIT ?2

-- name: carton_units
-- units directly in a container, in natural order
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE carton = ?1 ORDER BY item, skey

-- name: task_find
SELECT code, kind, bin, item, ord, reason, note, state, opened_at, operator,
  taken_by FROM task WHERE code = ?1

-- name: task_open_for
-- the open task for a bin
SELECT code FROM task WHERE bin = ?1 AND kind = ?2 AND state < 2 LIMIT 1

-- name: task_list
SELECT code, kind, bin, item, ord, reason, note, state, opened_at, operator,
  taken_by FROM task WHERE event > coalesce((SELECT event FROM task
  WHERE code = ?1), 0) AND (?2 = 0 OR state < 2) ORDER BY event LIMIT ?3

-- name: task_add
INSERT INTO task(code, kind, bin, item, ord, reason, note, state, opened_at,
  operator, event) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10)
  ON CONFLICT(code) DO NOTHING

-- name: task_take
UPDATE task SET state = 1, taken_by = ?2 WHERE code = ?1 AND state < 2

-- name: task_close
UPDATE task SET state = 2 WHERE code = ?1

-- name: promise_put
INSERT INTO ord_promise(ord, line, qty) VALUES(?1, ?2, ?3)
  ON CONFLICT(ord, line) DO UPDATE SET qty = excluded.qty

-- name: promise_get
SELECT qty FROM ord_promise WHERE ord = ?1 AND line = ?2

-- name: dump_carton
SELECT json_array(c.code, c.kind, c.state, o.text, c.party, p.code, c.bin,
  c.weight_g, c.carrier, c.tracking, c.opened_at, c.closed_at, c.shipped_at,
  c.event) FROM carton c LEFT JOIN name o ON o.id = c.ord
  LEFT JOIN carton p ON p.id = c.parent ORDER BY c.code

-- name: dump_task
SELECT json_array(code, kind, bin, item, ord, reason, note, state, opened_at,
  operator, taken_by, event) FROM task ORDER BY code

-- name: dump_promise
SELECT json_array(n.text, p.line, p.qty) FROM ord_promise p
  JOIN name n ON n.id = p.ord ORDER BY n.text, p.line
