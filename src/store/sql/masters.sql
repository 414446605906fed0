-- masters.sql - definitions: items, bins, parties, operators, rules.
-- SPDX-License-Identifier: Apache-2.0
--
-- Columns after the first two stand in the order of the tables of fields in
-- src/ledger/masters.c.  A _put gets the name's number (where the thing has
-- one), the code, a JSON array in that order, and the event; a _body gives the
-- words of the event that made the definition that stands.

-- name: item_find
SELECT id, code, abc, allocation, default_bin, expires_on, gcp_len, gtin, lot,
  made_on, max_temp_note, min_remaining_days, name, serial_rule, warranty
  FROM item WHERE code = ?1

-- name: item_find_gtin
SELECT id, code, abc, allocation, default_bin, expires_on, gcp_len, gtin, lot,
  made_on, max_temp_note, min_remaining_days, name, serial_rule, warranty
  FROM item WHERE gtin = ?1 ORDER BY code

-- name: item_put
INSERT INTO item(id, code, abc, allocation, default_bin, expires_on, gcp_len,
  gtin, lot, made_on, max_temp_note, min_remaining_days, name, serial_rule,
  warranty, event)
  VALUES(?1, ?2, ?3 ->> 0, ?3 ->> 1, ?3 ->> 2, ?3 ->> 3, ?3 ->> 4, ?3 ->> 5,
  ?3 ->> 6, ?3 ->> 7, ?3 ->> 8, ?3 ->> 9, coalesce(?3 ->> 10, ''), ?3 ->> 11,
  ?3 ->> 12, ?4)
  ON CONFLICT(code) DO UPDATE SET abc = excluded.abc,
  allocation = excluded.allocation, default_bin = excluded.default_bin,
  expires_on = excluded.expires_on, gcp_len = excluded.gcp_len,
  gtin = excluded.gtin, lot = excluded.lot, made_on = excluded.made_on,
  max_temp_note = excluded.max_temp_note,
  min_remaining_days = excluded.min_remaining_days, name = excluded.name,
  serial_rule = excluded.serial_rule, warranty = excluded.warranty,
  event = excluded.event

-- name: item_body
SELECT e.body FROM item d JOIN event e ON e.id = d.event WHERE d.code = ?1

-- name: bin_find
SELECT id, code, capacity, kind, reserved, sequence, zone FROM bin
  WHERE code = ?1

-- name: bin_put
INSERT INTO bin(id, code, capacity, kind, reserved, sequence, zone, event)
  VALUES(?1, ?2, ?3 ->> 0, ?3 ->> 1, ?3 ->> 2, ?3 ->> 3,
  coalesce(?3 ->> 4, ''), ?4)
  ON CONFLICT(code) DO UPDATE SET capacity = excluded.capacity,
  kind = excluded.kind, reserved = excluded.reserved,
  sequence = excluded.sequence, zone = excluded.zone, event = excluded.event

-- name: bin_body
SELECT e.body FROM bin d JOIN event e ON e.id = d.event WHERE d.code = ?1

-- name: party_find
SELECT id, code, country, email, kind, min_remaining_days, name, phone FROM party
  WHERE code = ?1

-- name: party_put
INSERT INTO party(id, code, country, email, kind, min_remaining_days, name,
  phone, event)
  VALUES(?1, ?2, ?3 ->> 0, ?3 ->> 1, ?3 ->> 2, ?3 ->> 3,
  coalesce(?3 ->> 4, ''), ?3 ->> 5, ?4)
  ON CONFLICT(code) DO UPDATE SET country = excluded.country,
  email = excluded.email, kind = excluded.kind,
  min_remaining_days = excluded.min_remaining_days, name = excluded.name,
  phone = excluded.phone, event = excluded.event

-- name: party_body
SELECT e.body FROM party d JOIN event e ON e.id = d.event WHERE d.code = ?1

-- name: operator_find
-- failures and locked are sums over events of their own, not of the definition
SELECT id, badge, name, pin_hash, role, failures, locked FROM operator
  WHERE badge = ?1

-- name: operator_put
INSERT INTO operator(id, badge, name, pin_hash, role, event)
  VALUES(?1, ?2, coalesce(?3 ->> 0, ''), ?3 ->> 1, ?3 ->> 2, ?4)
  ON CONFLICT(badge) DO UPDATE SET name = excluded.name,
  pin_hash = excluded.pin_hash, role = excluded.role, event = excluded.event

-- name: operator_body
SELECT e.body FROM operator d JOIN event e ON e.id = d.event WHERE d.badge = ?1

-- name: operator_failed
UPDATE operator SET failures = failures + 1 WHERE badge = ?1

-- name: operator_lock
UPDATE operator SET locked = 1 WHERE badge = ?1

-- name: operator_unlock
UPDATE operator SET failures = 0, locked = 0 WHERE badge = ?1

-- name: serial_rule_find
SELECT 0, code, alphabet, checked, example, hint, mask, pattern, strip, supplier
  FROM serial_rule WHERE code = ?1

-- name: serial_rule_by_supplier
SELECT 0, code, alphabet, checked, example, hint, mask, pattern, strip, supplier
  FROM serial_rule WHERE supplier = ?1 ORDER BY code LIMIT 1

-- name: serial_rule_put
INSERT INTO serial_rule(code, alphabet, checked, example, hint, mask, pattern,
  strip, supplier, event)
  VALUES(?1, ?2 ->> 0, ?2 ->> 1, coalesce(?2 ->> 2, ''), ?2 ->> 3, ?2 ->> 4,
  coalesce(?2 ->> 5, ''), ?2 ->> 6, ?2 ->> 7, ?3)
  ON CONFLICT(code) DO UPDATE SET alphabet = excluded.alphabet,
  checked = excluded.checked, example = excluded.example, hint = excluded.hint,
  mask = excluded.mask,
  pattern = excluded.pattern, strip = excluded.strip,
  supplier = excluded.supplier, event = excluded.event

-- name: serial_rule_body
SELECT e.body FROM serial_rule d JOIN event e ON e.id = d.event
  WHERE d.code = ?1

-- name: warranty_find
SELECT 0, code, cap_from, cap_months, covers, months, name, starts
  FROM warranty WHERE code = ?1

-- name: warranty_put
INSERT INTO warranty(code, cap_from, cap_months, covers, months, name, starts,
  event)
  VALUES(?1, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3, coalesce(?2 ->> 4, ''),
  coalesce(?2 ->> 5, ''), ?3)
  ON CONFLICT(code) DO UPDATE SET cap_from = excluded.cap_from,
  cap_months = excluded.cap_months, covers = excluded.covers,
  months = excluded.months, name = excluded.name, starts = excluded.starts,
  event = excluded.event

-- name: warranty_body
SELECT e.body FROM warranty d JOIN event e ON e.id = d.event WHERE d.code = ?1

-- name: bom_put
-- a quantity of 0 takes the child out
INSERT INTO bom(parent, child, qty, event) VALUES(?1, ?2, ?3, ?4)
  ON CONFLICT(parent, child) DO UPDATE SET qty = excluded.qty,
  event = excluded.event

-- name: bom_body
SELECT e.body FROM bom d JOIN event e ON e.id = d.event
  WHERE d.parent = ?1 AND d.child = ?2

-- name: bom_contains
WITH RECURSIVE built(item) AS (SELECT ?1 UNION
  SELECT child FROM built JOIN bom ON parent = item WHERE qty > 0)
  SELECT 1 FROM built WHERE item = ?2
