-- pack.sql - what packing and pallets ask.
-- SPDX-License-Identifier: Apache-2.0

-- name: pack_totals
-- pieces ordered, and cartons
SELECT coalesce(sum(qty), 0),
  (SELECT count(*) FROM carton WHERE ord = ?1 AND kind = 0 AND state < 3)
  FROM ord_line WHERE ord = ?1

-- name: pack_lines
-- lines of order ?1: what can be packed now first, then what is to come, then
-- what is complete; with what of each is in carton ?2
SELECT l.line, n.text, coalesce(i.name, ''), l.qty, coalesce(h.n, 0),
  coalesce((SELECT t.n FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b = l.line * 8 + 3), 0) AS picked,
  coalesce((SELECT sum(t.n) FROM tally t WHERE t.kind = 3 AND t.a = l.ord
    AND t.b IN (l.line * 8 + 4, l.line * 8 + 5)), 0) AS packed
  FROM ord_line l JOIN name n ON n.id = l.item LEFT JOIN item i ON i.id = l.item
  LEFT JOIN (SELECT out_line, count(*) AS n FROM unit
    WHERE carton = ?2 AND out_order = ?1 GROUP BY out_line) h
    ON h.out_line = l.line
  WHERE l.ord = ?1
  ORDER BY picked = 0, packed >= l.qty, l.line LIMIT ?3

-- name: pack_waiting
-- where units of an order wait to be packed: by tote, or by bin
SELECT coalesce(c.code, b.text, ''), c.code IS NOT NULL, count(*)
  FROM unit u INDEXED BY unit_out LEFT JOIN carton c ON c.id = u.carton
  LEFT JOIN name b ON b.id = u.bin
  WHERE u.out_order = ?1 AND u.status = 4
  GROUP BY 1, 2 ORDER BY 2 DESC, 1 LIMIT ?2

-- name: pack_on_pallet
-- what stands directly on a pallet, with the units in each, newest first
SELECT c.code, coalesce(o.text, ''), c.party, c.weight_g,
  (SELECT count(*) FROM unit u WHERE u.carton = c.id)
  FROM carton c LEFT JOIN name o ON o.id = c.ord
  WHERE c.parent = ?1 ORDER BY c.event DESC LIMIT ?2

-- name: pack_for_pallet
-- closed cartons for a party (NULL: any) that stand on nothing
SELECT c.code, coalesce(o.text, ''), c.party, c.weight_g,
  (SELECT count(*) FROM unit u WHERE u.carton = c.id)
  FROM carton c INDEXED BY carton_open LEFT JOIN name o ON o.id = c.ord
  WHERE c.state = 1 AND c.state < 2 AND c.kind = 0 AND c.parent IS NULL
  AND (?1 IS NULL OR c.party = ?1) ORDER BY c.opened_at, c.id LIMIT ?2
