-- allocation.sql - what may be promised to orders, and what is.
-- SPDX-License-Identifier: Apache-2.0

-- name: allocation_bins
-- the bins that hold an item; the walk decides
SELECT b.id, b.code, b.kind, b.sequence
  FROM tally t INDEXED BY tally_item CROSS JOIN bin b ON b.id = t.a
  WHERE t.kind = 2 AND t.b = ?1 AND t.n > 0 ORDER BY b.sequence, b.code

-- name: allocation_units
-- units of an item in a bin that nobody is promised: by the bin's index, so
-- that what left the house is never read
SELECT serial, lot, made_on, expires_on, received_at
  FROM unit INDEXED BY unit_bin WHERE bin = ?1 AND item = ?2 AND status = 2
  AND holds = 0 ORDER BY skey

-- name: allocation_count
SELECT count(*) FROM unit INDEXED BY unit_bin WHERE bin = ?1 AND item = ?2
  AND status = 2 AND holds = 0

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
