-- pick.sql - the walk of a picker: stops, lines, what may be taken instead.
-- SPDX-License-Identifier: Apache-2.0

-- name: pick_bins
-- bins with units promised to an order, at most ?2, in the order of the walk;
-- one search for each bin, however many units lie there
WITH RECURSIVE stop(bin) AS (
  SELECT min(bin) FROM unit WHERE out_order = ?1 AND status = 3
  UNION ALL
  SELECT (SELECT min(u.bin) FROM unit u WHERE u.out_order = ?1 AND u.status = 3
    AND u.bin > stop.bin) FROM stop WHERE stop.bin IS NOT NULL
  LIMIT ?2)
SELECT b.id, b.code, b.sequence FROM stop CROSS JOIN bin b ON b.id = stop.bin
  ORDER BY b.sequence, b.code

-- name: pick_walk
-- the first ?2 of many such bins, found by going through all bins
SELECT b.id, b.code, b.sequence FROM bin b INDEXED BY bin_walk
  WHERE EXISTS (SELECT 1 FROM unit u WHERE u.out_order = ?1 AND u.status = 3
    AND u.bin = b.id) ORDER BY b.sequence, b.code LIMIT ?2

-- name: pick_walk_here
SELECT b.id, b.code, b.sequence FROM bin b WHERE b.id = ?2
  AND EXISTS (SELECT 1 FROM unit u WHERE u.out_order = ?1 AND u.status = 3
    AND u.bin = ?2)

-- name: pick_bin_lines
-- what of an order is promised in a bin
SELECT u.out_line, n.text, count(*) FROM unit u CROSS JOIN name n ON n.id = u.item
  WHERE u.out_order = ?1 AND u.status = 3 AND u.bin = ?2
  GROUP BY u.out_line, u.item ORDER BY u.out_line

-- name: pick_in_bin
SELECT 1 FROM unit WHERE out_order = ?1 AND status = 3 AND bin = ?2 LIMIT 1

-- name: pick_bin_unit
-- the first unit of a line promised in a bin
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE out_order = ?1 AND status = 3 AND bin = ?2 AND out_line = ?3
  ORDER BY item, skey LIMIT 1

-- name: pick_line_unit
-- a unit of a line promised in whatever bin
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE out_order = ?1 AND status = 3 AND out_line = ?2
  ORDER BY bin, item, skey LIMIT 1

-- name: pick_lines_of_item
-- lines of an order for an item: ordered, promised by serial, picked or gone
SELECT l.line, l.qty, l.over_pct,
  coalesce((SELECT t.n FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b = l.line * 8 + 2), 0),
  coalesce((SELECT sum(t.n) FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b BETWEEN l.line * 8 + 3 AND l.line * 8 + 6), 0)
  FROM ord_line l INDEXED BY ord_line_item
  WHERE l.item = ?2 AND l.ord = ?1 ORDER BY l.line

-- name: pick_line
-- one line with what is picked or gone of it
SELECT n.text, coalesce(i.name, ''), l.qty, l.over_pct, l.allocation, l.lots,
  l.serial_from, l.serial_to,
  coalesce((SELECT sum(t.n) FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b BETWEEN l.line * 8 + 3 AND l.line * 8 + 6), 0)
  FROM ord_line l JOIN name n ON n.id = l.item LEFT JOIN item i ON i.id = l.item
  WHERE l.ord = ?1 AND l.line = ?2

-- name: pick_lines
-- lines of an order for the work list, those with something to do first
SELECT l.line, l.qty, coalesce((SELECT sum(t.n) FROM tally t WHERE t.kind = 3
    AND t.a = l.ord AND t.b BETWEEN l.line * 8 + 3 AND l.line * 8 + 6), 0) AS gone
  FROM ord_line l WHERE l.ord = ?1 ORDER BY gone >= l.qty, l.line LIMIT ?2

-- name: pick_open_lines
-- lines that want pieces for which no unit is bound
SELECT line, item, open FROM (
  SELECT l.line, n.text AS item, l.qty - coalesce((SELECT sum(t.n) FROM tally t
    WHERE t.kind = 3 AND t.a = l.ord
    AND t.b BETWEEN l.line * 8 + 2 AND l.line * 8 + 6), 0) AS open
  FROM ord_line l JOIN name n ON n.id = l.item WHERE l.ord = ?1)
  WHERE open > 0 ORDER BY line LIMIT ?2

-- name: pick_free_bins
-- bins on the walk where a free unit of an item lies that lives until a day and
-- is of a lot (NULL: of any), and how many of the item are there
SELECT b.id, b.code, b.sequence, b.kind, t.n FROM tally t INDEXED BY tally_item
  CROSS JOIN bin b ON b.id = t.a
  WHERE t.kind = 2 AND t.b = ?1 AND t.n > 0
    AND EXISTS (SELECT 1 FROM unit u INDEXED BY unit_free
    WHERE u.item = ?1 AND u.bin = b.id AND u.status = 2 AND u.holds = 0
    AND (u.expires_on IS NULL OR u.expires_on >= ?3)
    AND (?4 IS NULL OR u.lot = ?4))
  ORDER BY b.sequence, b.code LIMIT ?2

-- name: pick_totals
-- pieces of an order: ordered; picked, packed, shipped (and what came back);
-- of them packed and further; of them shipped
SELECT coalesce((SELECT sum(qty) FROM ord_line WHERE ord = ?1), 0),
  coalesce(sum(n) FILTER (WHERE b % 8 BETWEEN 3 AND 6), 0),
  coalesce(sum(n) FILTER (WHERE b % 8 BETWEEN 4 AND 6), 0),
  coalesce(sum(n) FILTER (WHERE b % 8 BETWEEN 5 AND 6), 0)
  FROM tally WHERE kind = 3 AND a = ?1

-- name: pick_gone
-- units of an item that should lie in a bin, promised ones first
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit INDEXED BY unit_bin
  WHERE bin = ?1 AND item = ?2 AND status IN (2, 3) AND holds = 0
  ORDER BY status DESC, skey LIMIT ?3

-- name: pick_jobs
-- open picks, whoever does them
SELECT id, flow, terminal, operator, pid, state FROM job
  WHERE open = 1 AND flow IN ('pick', 'cluster') ORDER BY at DESC
