-- core.sql - transactions, names, settings, stations.
-- SPDX-License-Identifier: Apache-2.0

-- name: begin_write
BEGIN IMMEDIATE

-- name: commit_write
COMMIT

-- name: begin_read
BEGIN

-- name: data_version
-- another number once another connection has committed
PRAGMA data_version

-- name: quick_check
PRAGMA quick_check(1)

-- name: name_find
SELECT id FROM name WHERE kind = ?1 AND text = ?2

-- name: name_add
INSERT INTO name(kind, text) VALUES(?1, ?2)

-- name: name_text
SELECT text FROM name WHERE id = ?1

-- name: setting_get
SELECT value FROM setting WHERE key = ?1

-- name: setting_put
INSERT INTO setting(key, value) VALUES(?1, ?2)
  ON CONFLICT(key) DO UPDATE SET value = excluded.value

-- name: setting_count
INSERT INTO setting(key, value) VALUES(?1, '1') ON CONFLICT(key)
  DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)

-- name: station_add
INSERT INTO station(no, code, public_key) VALUES(?1, ?2, ?3)

-- name: station_get
SELECT code, public_key FROM station WHERE no = ?1

-- name: station_by_code
SELECT no FROM station WHERE code = ?1

-- name: station_list
SELECT no, code, public_key FROM station ORDER BY no
