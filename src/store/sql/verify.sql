-- verify.sql - tables of definitions as texts that two databases can compare.
-- SPDX-License-Identifier: Apache-2.0
--
-- One row a text, in an order that does not depend on a database's numbers.

-- name: dump_item
SELECT json_array(code, name, gtin, serial_rule, lot, made_on, expires_on,
  warranty, abc, allocation, default_bin, min_remaining_days, gcp_len,
  max_temp_note, event) FROM item ORDER BY code

-- name: dump_bin
SELECT json_array(code, zone, kind, sequence, capacity, reserved, event)
  FROM bin ORDER BY code

-- name: dump_party
SELECT json_array(code, name, kind, country, email, phone, min_remaining_days,
  event) FROM party ORDER BY code

-- name: dump_operator
SELECT json_array(badge, name, role, pin_hash, failures, locked, event)
  FROM operator ORDER BY badge

-- name: dump_serial_rule
SELECT json_array(code, pattern, example, hint, checked, strip, supplier, mask,
  alphabet, event) FROM serial_rule ORDER BY code

-- name: dump_warranty
SELECT json_array(code, name, months, starts, cap_from, cap_months, covers, event)
  FROM warranty ORDER BY code

-- name: dump_bom
SELECT json_array(parent, child, qty, event) FROM bom ORDER BY parent, child

-- name: dump_ord
SELECT json_array(kind, number, party, state, note, opened_at, event, rank)
  FROM ord ORDER BY kind, number

-- name: dump_ord_line
SELECT json_array(o.kind, o.number, l.line, i.text, l.qty, l.due, l.over_pct,
  l.serial_from, l.serial_to, l.note, l.allocation, l.lots)
  FROM ord_line l JOIN ord o ON o.id = l.ord JOIN name i ON i.id = l.item
  ORDER BY o.kind, o.number, l.line
