-- order.sql - orders and their lines.
-- SPDX-License-Identifier: Apache-2.0

-- name: order_find
SELECT id, kind, number, party, state, note, opened_at, priority FROM ord
  WHERE id = ?1

-- name: order_state
SELECT state FROM ord WHERE id = ?1

-- name: order_kinds
SELECT kind FROM ord WHERE number = ?1 ORDER BY kind

-- name: order_put
-- an order that stands keeps its state and the time it was opened
INSERT INTO ord(id, kind, number, party, state, note, opened_at, event, priority)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
  ON CONFLICT(id) DO UPDATE SET party = excluded.party, note = excluded.note,
  event = excluded.event, priority = excluded.priority

-- name: order_put_due
UPDATE ord SET due = (SELECT min(due) FROM ord_line WHERE ord = ?1) WHERE id = ?1

-- name: order_rank
SELECT rank FROM ord WHERE id = ?1

-- name: order_set_state
UPDATE ord SET state = ?2 WHERE id = ?1

-- name: order_lines
-- columns after the first stand in the order of the table of fields in
-- src/ledger/orders.c
SELECT i.text, allocation, due, line, lots, note, over_pct, qty, serial_from,
  serial_to
  FROM ord_line l JOIN name i ON i.id = l.item WHERE ord = ?1 ORDER BY line

-- name: order_lines_drop
DELETE FROM ord_line WHERE ord = ?1

-- name: order_line_put
INSERT INTO ord_line(ord, item, allocation, due, line, lots, note, over_pct,
  qty, serial_from, serial_to) VALUES(?1, ?2, ?3 ->> 0, ?3 ->> 1, ?3 ->> 2,
  ?3 ->> 3, ?3 ->> 4, ?3 ->> 5, ?3 ->> 6, ?3 ->> 7, ?3 ->> 8)
