-- flow.sql - what the flows ask: places, work lists, missing and extra units.
-- SPDX-License-Identifier: Apache-2.0

-- name: flow_bin_first
-- the first bin of a kind on the walk
SELECT id, code, zone, kind, sequence, capacity, reserved FROM bin
  WHERE kind = ?1 ORDER BY sequence, code LIMIT 1

-- name: flow_places
-- storage bins that have room for ?3 units of item ?1 (";CODE;" is ?2), best
-- first: reserved for it, its own bin ?4, where it lies already, the walk
SELECT id, code, zone, kind, sequence, capacity, reserved, same, there FROM (
  SELECT b.*,
    coalesce((SELECT n FROM tally WHERE kind = 2 AND a = b.id AND b = ?1), 0) AS same,
    (SELECT coalesce(sum(n), 0) FROM tally WHERE kind = 2 AND a = b.id) AS there
    FROM bin b WHERE b.kind = 0
      AND (b.reserved IS NULL OR instr(b.reserved, ?2) > 0))
  WHERE capacity IS NULL OR there + ?3 <= capacity
  ORDER BY reserved IS NULL, code <> ?4, same = 0, sequence, code LIMIT 40

-- name: flow_order_missing
-- announced units of an order that did not come
SELECT serial, item FROM unit WHERE in_order = ?1 AND status = 1
  ORDER BY in_line, skey LIMIT ?2

-- name: flow_order_missing_count
SELECT count(*) FROM unit WHERE in_order = ?1 AND status = 1

-- name: flow_order_extra_count
-- came though nobody announced them
SELECT count(*) FROM unit WHERE in_order = ?1 AND status <> 1 AND status <> 0
  AND was_expected = 0

-- name: flow_order_announced
-- was anything ever announced for it (the sum stays, at nought, when all came)
SELECT 1 FROM tally WHERE kind = 3 AND a = ?1 AND b % 8 = 0 LIMIT 1

-- name: flow_order
SELECT state, party, kind, number FROM ord WHERE id = ?1

-- name: flow_lines_of_item
-- by the index: an order may have thousands of lines of other items
SELECT line, qty, over_pct FROM ord_line INDEXED BY ord_line_item
  WHERE item = ?2 AND ord = ?1 ORDER BY line

-- name: flow_lines
-- lines of an order with what came of each, open ones first
SELECT l.line, n.text, coalesce(i.name, ''), l.qty,
  coalesce((SELECT t.n FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b = l.line * 8 + 1), 0) AS came
  FROM ord_line l JOIN name n ON n.id = l.item LEFT JOIN item i ON i.id = l.item
  WHERE l.ord = ?1 ORDER BY came >= l.qty, l.line LIMIT ?2

-- name: flow_order_totals
SELECT coalesce(sum(qty), 0), coalesce((SELECT sum(n) FROM tally
  WHERE kind = 3 AND a = ?1 AND b % 8 = 1), 0) FROM ord_line WHERE ord = ?1

-- name: flow_dock_units
-- units that wait on a dock; bins first (CROSS JOIN keeps the order), for they
-- are few and units are many
SELECT u.serial, n.text, coalesce(i.name, ''), b.code
  FROM bin b CROSS JOIN unit u ON u.bin = b.id CROSS JOIN name n ON n.id = u.item
  LEFT JOIN item i ON i.id = u.item
  WHERE b.kind = 1 ORDER BY b.sequence, b.code LIMIT ?1

-- name: flow_dock_count
SELECT coalesce(sum(t.n), 0) FROM bin b
  CROSS JOIN tally t ON t.kind = 2 AND t.a = b.id WHERE b.kind = 1

-- name: flow_bin_contents
-- what lies in a bin, by item
SELECT n.text, coalesce(i.name, ''), t.n FROM tally t JOIN name n ON n.id = t.b
  LEFT JOIN item i ON i.id = t.b
  WHERE t.kind = 2 AND t.a = ?1 AND t.n > 0 ORDER BY n.text LIMIT ?2

-- name: flow_item_stock
-- units of an item by status and hold
SELECT b / 2, b % 2, n FROM tally WHERE kind = 1 AND a = ?1 AND n > 0 ORDER BY b

-- name: flow_carton_units
SELECT u.serial, n.text FROM unit u JOIN name n ON n.id = u.item
  WHERE u.carton = ?1 ORDER BY n.text, u.skey LIMIT 200
