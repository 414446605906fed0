-- allocation.sql - what may be promised to orders, and what is.
-- SPDX-License-Identifier: Apache-2.0

-- name: allocation_bins
-- the bins that hold an item, in the order of the walk; one that is not defined
-- has no kind
SELECT t.a, b.code, b.kind, b.sequence
  FROM tally t INDEXED BY tally_item LEFT JOIN bin b ON b.id = t.a
  WHERE t.kind = 2 AND t.b = ?1 AND t.n > 0 ORDER BY b.sequence, b.code

-- name: allocation_units
-- free units of an item in a bin, as all below; what left the house is never
-- read
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_bin WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0 ORDER BY skey

-- name: allocation_fifo
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_free WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  ORDER BY coalesce(received_at, 0), skey

-- name: allocation_lifo
-- those that were received last before a moment: all of one moment
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_free WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND coalesce(received_at, 0) = (SELECT coalesce(u.received_at, 0) FROM unit u
    INDEXED BY unit_free WHERE u.item = ?1 AND u.bin = ?2 AND u.status = 2
    AND u.holds = 0 AND coalesce(u.received_at, 0) < ?3
    ORDER BY coalesce(u.received_at, 0) DESC LIMIT 1)
  ORDER BY skey

-- name: allocation_fefo
-- those that live until a day
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_free_exp WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND expires_on IS NOT NULL AND expires_on >= ?3 ORDER BY expires_on, skey

-- name: allocation_made
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_free_made WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND made_on IS NOT NULL ORDER BY made_on, skey

-- name: allocation_undated
-- those that do not expire
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_bin WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND expires_on IS NULL ORDER BY skey

-- name: allocation_unmade
-- those of which nobody knows when they were made
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_bin WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND made_on IS NULL ORDER BY skey

-- name: allocation_range
-- those in a range of serials
SELECT serial, lot, made_on, expires_on, received_at FROM unit
  INDEXED BY unit_bin WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND skey >= ?3 AND skey <= ?4 ORDER BY skey

-- name: allocation_count
-- bin NULL: those in no bin
SELECT count(*) FROM unit INDEXED BY unit_free WHERE item = ?1 AND bin IS ?2
  AND status = 2 AND holds = 0

-- name: allocation_dated
-- is there a free unit of the item that expires?
SELECT 1 FROM unit INDEXED BY unit_free_exp WHERE item = ?1 AND status = 2
  AND holds = 0 AND expires_on IS NOT NULL LIMIT 1

-- name: allocation_count_unfit
-- those that have expired on a day, and by a later day
SELECT count(*) FILTER (WHERE expires_on < ?3), count(*) FROM unit
  INDEXED BY unit_free_exp WHERE item = ?1 AND bin = ?2 AND status = 2
  AND holds = 0
  AND expires_on IS NOT NULL AND expires_on < ?4

-- name: allocation_one
-- a unit, if it is free
SELECT bin, expires_on FROM unit WHERE item = ?1 AND skey = ?2 AND status = 2
  AND holds = 0

-- name: allocation_bound
-- units that were bound to an order (or to one line of it) and not given back
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_out WHERE out_order = ?1 AND (?2 = 0 OR out_line = ?2)
  ORDER BY out_line, item, skey

-- name: allocation_promises
-- soft promises of an order
SELECT line, qty FROM ord_promise WHERE ord = ?1 AND qty > 0 ORDER BY line

-- name: allocation_claims
-- soft promises of all orders that are open or held, less the units that are
-- bound to their lines (stages allocated to returned of kind 3)
SELECT l.item, p.ord, p.line, p.qty - coalesce((SELECT sum(t.n) FROM tally t
  WHERE t.kind = 3 AND t.a = p.ord AND t.b >= p.line * 8 + 2
  AND t.b < p.line * 8 + 7), 0)
  FROM ord_promise p INDEXED BY promise_live
  CROSS JOIN ord o ON o.id = p.ord
  CROSS JOIN ord_line l ON l.ord = p.ord AND l.line = p.line
  WHERE p.qty > 0 AND o.state IN (1, 2)
