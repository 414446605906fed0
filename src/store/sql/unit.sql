-- unit.sql - what is known of each unit, and the sums over units.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every query that gives units gives these columns in this order; they are
-- read by one function (ledger_unit_row).

-- name: unit_find
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE item = ?1 AND skey = ?2

-- name: unit_by_key
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit WHERE skey = ?1 ORDER BY item

-- name: unit_all
SELECT item, serial, status, holds, was_expected, bin, lot, made_on, expires_on,
  country, in_order, in_line, out_order, out_line, carton, party, owner,
  parent_item, parent_serial, warranty_until, received_at, shipped_at,
  changed_at, incidents, last_event
  FROM unit ORDER BY item, serial

-- name: unit_add
INSERT INTO unit(item, skey, serial, status, holds, was_expected, bin, lot,
  made_on, expires_on, country, in_order, in_line, out_order, out_line, carton,
  party, owner, parent_item, parent_serial, warranty_until, received_at,
  shipped_at, changed_at, incidents, last_event)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
  ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)

-- name: unit_set
-- a unit whose status, holds or dates changed: what the indexes of free units
-- and of promised ones hang on
UPDATE unit SET status = ?3, holds = ?4, was_expected = ?5, lot = ?6,
  made_on = ?7, expires_on = ?8, country = ?9, party = ?10, owner = ?11,
  warranty_until = ?12, received_at = ?13, shipped_at = ?14, changed_at = ?15,
  incidents = ?16, last_event = ?17
  WHERE item = ?1 AND skey = ?2

-- name: unit_set_rest
-- any other: columns that no index holds, so that it touches one page
UPDATE unit SET was_expected = ?3, lot = ?4, country = ?5, party = ?6,
  owner = ?7, warranty_until = ?8, shipped_at = ?9, changed_at = ?10,
  incidents = ?11, last_event = ?12
  WHERE item = ?1 AND skey = ?2

-- name: unit_set_bin
UPDATE unit SET bin = ?3 WHERE item = ?1 AND skey = ?2

-- name: unit_set_in
UPDATE unit SET in_order = ?3, in_line = ?4 WHERE item = ?1 AND skey = ?2

-- name: unit_set_out
UPDATE unit SET out_order = ?3, out_line = ?4 WHERE item = ?1 AND skey = ?2

-- name: unit_set_carton
UPDATE unit SET carton = ?3 WHERE item = ?1 AND skey = ?2

-- name: unit_set_parent
UPDATE unit SET parent_item = ?3, parent_serial = ?4 WHERE item = ?1 AND skey = ?2

-- name: unit_above
-- is any unit of the item known from this key on
SELECT 1 FROM unit WHERE item = ?1 AND skey >= ?2 LIMIT 1

-- name: unit_count_all
SELECT count(*) FROM unit

-- A bare variable beside `kind` would have SQLite hold its value against the
-- partial index tally_item, and plan the statement anew each time it is bound.

-- name: tally_add
INSERT INTO tally(kind, a, b, n) VALUES(?1, ?2, ?3, ?4)
  ON CONFLICT(kind, a, b) DO UPDATE SET n = n + excluded.n

-- name: tally_get
SELECT n FROM tally WHERE kind = +?1 AND a = ?2 AND b = ?3

-- name: tally_sum
SELECT coalesce(sum(n), 0) FROM tally WHERE kind = +?1 AND a = ?2

-- name: tally_between
SELECT b, n FROM tally WHERE kind = +?1 AND a = ?2 AND b >= ?3 AND b < ?4 ORDER BY b

-- name: tally_all
SELECT kind, a, b, n FROM tally WHERE n <> 0 ORDER BY kind, a, b
