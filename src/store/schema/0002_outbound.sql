-- 0002_outbound.sql - cartons, tasks, promises; what orders and customers ask.
-- SPDX-License-Identifier: Apache-2.0
--
-- Computed from events, as every table but event, station, scan_log and job.

-- Containers: cartons and pallets by SSCC, totes by the code on their label.
CREATE TABLE carton(
  id INTEGER PRIMARY KEY,           -- name
  code TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,            -- enum carton_kind
  state INTEGER NOT NULL,           -- enum carton_state
  ord INTEGER,                      -- name of the order it is for
  party TEXT, parent INTEGER,       -- carton it is in
  bin TEXT, weight_g INTEGER, carrier TEXT, tracking TEXT,
  opened_at INTEGER NOT NULL, closed_at INTEGER, shipped_at INTEGER,
  event INTEGER NOT NULL            -- the last on it
) STRICT;
CREATE INDEX carton_ord ON carton(ord, id) WHERE ord IS NOT NULL;
CREATE INDEX carton_parent ON carton(parent) WHERE parent IS NOT NULL;
CREATE INDEX carton_open ON carton(state, opened_at, id) WHERE state < 2;
CREATE INDEX carton_here ON carton(code) WHERE state < 2;

-- Work that was asked for.
CREATE TABLE task(
  code TEXT PRIMARY KEY, kind TEXT NOT NULL, bin TEXT NOT NULL,
  item TEXT, ord TEXT, reason TEXT, note TEXT,
  state INTEGER NOT NULL,           -- enum task_state
  opened_at INTEGER NOT NULL, operator TEXT NOT NULL, taken_by TEXT,
  event INTEGER NOT NULL            -- that asked for it
) STRICT;
CREATE INDEX task_open ON task(bin) WHERE state < 2;
CREATE INDEX task_event ON task(event);

-- Pieces of an order line that are promised without naming units.
CREATE TABLE ord_promise(
  ord INTEGER NOT NULL, line INTEGER NOT NULL, qty INTEGER NOT NULL,
  PRIMARY KEY(ord, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_live ON ord_promise(ord, line) WHERE qty > 0;

-- The first bin of a kind on the walk: where things are staged, packed, held.
CREATE INDEX bin_kind ON bin(kind, sequence, code);

-- Units that are promised and not yet picked: the stops of a walk.
CREATE INDEX unit_promised ON unit(out_order, bin, out_line) WHERE status = 3;

-- Units that may be promised, bin by bin as the rules go: received, expires,
-- made.  With the bin before the date nothing is sorted and no two units of a
-- bin tie but by their serials, however many came on one day.
CREATE INDEX unit_free ON unit(item, bin, coalesce(received_at, 0))
  WHERE status = 2 AND holds = 0;
CREATE INDEX unit_free_exp ON unit(item, bin, expires_on)
  WHERE status = 2 AND holds = 0 AND expires_on IS NOT NULL;
CREATE INDEX unit_free_made ON unit(item, bin, made_on)
  WHERE status = 2 AND holds = 0 AND made_on IS NOT NULL;

-- Which bins hold an item.  A sum that changes leaves this index alone.
CREATE INDEX tally_item ON tally(b, a) WHERE kind = 2;

ALTER TABLE ord ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;  -- 1 first; 0: none
ALTER TABLE ord_line ADD COLUMN allocation TEXT;  -- other than the item's
ALTER TABLE ord_line ADD COLUMN lots TEXT;        -- "one": of a single lot
ALTER TABLE party ADD COLUMN min_remaining_days INTEGER;
ALTER TABLE ord ADD COLUMN due TEXT;              -- the first of its lines
UPDATE ord SET due = (SELECT min(due) FROM ord_line WHERE ord = ord.id);
-- What shall be done first: by priority, then by due day.
ALTER TABLE ord ADD COLUMN rank TEXT AS
  (coalesce(nullif(priority, 0), 5) || coalesce(due, '9999-99-99')) VIRTUAL;
DROP INDEX ord_open;
CREATE INDEX ord_open ON ord(kind, rank, opened_at, id) WHERE state = 1;
