-- serial.sql - leases of numbers, and serials that were issued.
-- SPDX-License-Identifier: Apache-2.0

-- name: lease_find
SELECT code, rule, mask, alphabet, holder, giver, giver_key, lo, hi, next, issued
  FROM serial_lease WHERE code = ?1

-- name: lease_of_rule
-- of one rule, whatever its mask was then, oldest first
SELECT code, rule, mask, alphabet, holder, giver, giver_key, lo, hi, next, issued
  FROM serial_lease WHERE rule = ?1 ORDER BY event

-- name: lease_known
-- has this mask of the rule its leases, or is the rule another station's
SELECT 1 FROM serial_lease WHERE rule = ?1 AND (mask = ?2 AND alphabet = ?3
  OR NOT EXISTS (SELECT 1 FROM serial_lease WHERE rule = ?1 AND giver IS NULL
    AND holder = ?4)) LIMIT 1

-- name: lease_key
-- the key by which leases of a station were believed before
SELECT giver_key FROM serial_lease WHERE giver = ?1 AND giver_key IS NOT NULL
  ORDER BY event DESC LIMIT 1

-- name: station_key
SELECT public_key FROM station WHERE code = ?1

-- name: lease_add
INSERT INTO serial_lease(code, rule, mask, alphabet, holder, giver, giver_key,
  lo, hi, next, issued, event)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?8, 0, ?10)
  ON CONFLICT(code) DO UPDATE SET giver_key = coalesce(giver_key, excluded.giver_key)

-- name: lease_cut
-- numbers from ?2 on are another's now
UPDATE serial_lease SET hi = ?2 - 1 WHERE code = ?1 AND hi >= ?2

-- name: lease_give_up
-- it was taken for our own by mistake, and nothing was issued by it
DELETE FROM serial_lease WHERE code = ?1 AND issued = 0

-- name: lease_use
UPDATE serial_lease SET next = max(next, ?2), issued = issued + ?3 WHERE code = ?1

-- name: issued_find
SELECT i.serial, e.subject, i.purpose, i.event, i.place, i.voided, i.reason, e.at
  FROM serial_issued i JOIN event e ON e.id = i.event
  WHERE i.item = ?1 AND i.skey = ?2

-- name: issued_items
-- the items that this serial was issued for
SELECT n.text FROM serial_issued i JOIN name n ON n.id = i.item WHERE i.skey = ?1
  ORDER BY n.text

-- name: issued_taken
-- was this serial issued for any item, or does any unit bear it
SELECT 1 FROM serial_issued WHERE skey = ?1
  UNION ALL SELECT 1 FROM unit WHERE skey = ?1 LIMIT 1

-- name: issued_add
INSERT INTO serial_issued(item, skey, serial, purpose, event, place)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(item, skey) DO NOTHING

-- name: issued_void
UPDATE serial_issued SET voided = ?3, reason = ?4
  WHERE item = ?1 AND skey = ?2 AND voided IS NULL

-- name: issued_list
-- in the order in which they were issued, after one; ?3: only those that are
-- neither applied nor void, ?4: of this item (NULL: of any)
SELECT n.text, i.serial, e.subject, i.purpose, s.code, e.at, i.event, i.place,
  i.voided IS NOT NULL, u.item IS NOT NULL, i.reason
  FROM serial_issued i INDEXED BY serial_issued_order
  CROSS JOIN event e ON e.id = i.event
  JOIN name n ON n.id = i.item JOIN station s ON s.no = i.event >> 40
  LEFT JOIN unit u ON u.item = i.item AND u.skey = i.skey AND u.status <> 0
  WHERE (i.event, i.place) > (?1, ?2)
  AND (?3 = 0 OR i.voided IS NULL AND u.item IS NULL)
  AND (?4 IS NULL OR i.item = ?4)
  ORDER BY i.event, i.place LIMIT ?5

-- name: issued_latest
-- of an item, newest first
SELECT n.text, i.serial, e.subject, i.purpose, s.code, e.at, i.event, i.place,
  i.voided IS NOT NULL, u.item IS NOT NULL, i.reason
  FROM serial_issued i INDEXED BY serial_issued_item
  CROSS JOIN event e ON e.id = i.event
  JOIN name n ON n.id = i.item JOIN station s ON s.no = i.event >> 40
  LEFT JOIN unit u ON u.item = i.item AND u.skey = i.skey AND u.status <> 0
  WHERE i.item = ?1 ORDER BY i.event DESC, i.place DESC LIMIT ?2

-- name: issued_between
-- of an item, in the order in which they were issued, both ends among them
SELECT i.serial, e.subject, i.voided IS NOT NULL, u.item IS NOT NULL
  FROM serial_issued i INDEXED BY serial_issued_item
  CROSS JOIN event e ON e.id = i.event
  LEFT JOIN unit u ON u.item = i.item AND u.skey = i.skey AND u.status <> 0
  WHERE i.item = ?1 AND (i.event, i.place) >= (?2, ?3)
  AND (i.event, i.place) <= (?4, ?5) ORDER BY i.event, i.place

-- name: issued_counts
-- of a rule: issued, void, applied
SELECT count(*), coalesce(sum(i.voided IS NOT NULL), 0),
  coalesce(sum(u.item IS NOT NULL), 0)
  FROM event e INDEXED BY event_subject
  CROSS JOIN serial_issued i ON i.event = e.id
  LEFT JOIN unit u ON u.item = i.item AND u.skey = i.skey AND u.status <> 0
  WHERE e.skind = ?2 AND e.skind <> 0 AND e.subject = ?1

-- name: dump_serial_lease
SELECT json_array(code, rule, mask, alphabet, holder, giver, giver_key, lo, hi,
  next, issued, event) FROM serial_lease ORDER BY code

-- name: dump_serial_issued
SELECT json_array(n.text, i.serial, i.purpose, i.event, i.place, i.voided,
  i.reason) FROM serial_issued i JOIN name n ON n.id = i.item
  ORDER BY i.event, i.place
