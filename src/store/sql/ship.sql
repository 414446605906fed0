-- ship.sql - what leaves, what waits to leave, what left.
-- SPDX-License-Identifier: Apache-2.0

-- name: ship_order_units
-- units of an order in the statuses ?2 to ?3, by line, in natural order
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_out
  WHERE out_order = ?1 AND status BETWEEN ?2 AND ?3 ORDER BY out_line, item, skey

-- name: ship_order_last
-- the unit of an order that left last
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_out
  WHERE out_order = ?1 AND status = 6 ORDER BY shipped_at DESC LIMIT 1

-- name: ship_order_totals
-- pieces ordered, and those that left (what came back did leave)
SELECT coalesce(sum(qty), 0), coalesce((SELECT sum(n) FROM tally
  WHERE kind = 3 AND a = ?1 AND b % 8 IN (5, 6)), 0) FROM ord_line WHERE ord = ?1

-- name: ship_carton_event
-- the last event on a container
SELECT event FROM carton WHERE code = ?1

-- name: ship_waiting
-- closed cartons that did not leave, due first; the pallet they stand on
SELECT w.code, n.text, w.party, w.due,
  (SELECT count(*) FROM unit u WHERE u.carton = w.id), coalesce(p.code, ''), w.ord
  FROM (SELECT c.id, c.code, c.ord, coalesce(c.party, '') AS party, c.parent,
    coalesce(o.due, '') AS due, c.closed_at
    FROM carton c INDEXED BY carton_open LEFT JOIN ord o ON o.id = c.ord
    WHERE c.state < 2 AND c.state = 1 AND c.kind = 0
    ORDER BY due = '', due, c.closed_at, c.code LIMIT ?1) w
  LEFT JOIN name n ON n.id = w.ord LEFT JOIN carton p ON p.id = w.parent
  ORDER BY w.due = '', w.due, w.closed_at, w.code

-- name: ship_waiting_count
-- cartons that wait, and the shipments they make (a pallet is one)
SELECT count(*), count(DISTINCT coalesce(parent, id)) FROM carton
  INDEXED BY carton_open WHERE state < 2 AND state = 1 AND kind = 0
