-- The event store of one service. Its own migrations start at V100, in db/migration.

-- Every event of the service, appended and never changed. It is the outbox as well: what stands in
-- data is published byte for byte, in the order of (tx, position), once every transaction up to tx
-- has ended.
create table event (
  position    bigint generated always as identity,
  tx          xid8        not null default pg_current_xact_id(),
  stream      text        not null,
  version     int         not null check (version > 0),
  id          uuid        not null unique,
  type        text        not null,
  candidate   uuid        not null,
  board       text,
  correlation uuid        not null,
  causation   uuid,
  time        timestamptz not null,
  data        bytea       not null,
  primary key (tx, position),
  unique (stream, version)
);

-- The answers of requests that named a key, sealed under the caller's own key. Kept for 48 hours.
create table idempotency (
  caller       uuid        not null,
  key_hash     bytea       not null,
  request_hash bytea       not null,
  answer       bytea       not null,
  created_at   timestamptz not null default now(),
  primary key (caller, key_hash)
);
create index on idempotency (created_at);

-- How far a handler has come in a source. A source is a topic, where position is an offset and tx
-- is 0, or the service's own event table, which counts as one partition.
create table watermark (
  handler   text   not null,
  source    text   not null,
  partition int    not null,
  tx        bigint not null default 0,
  position  bigint not null default -1,
  moved_at  timestamptz not null default now(),
  primary key (handler, source, partition)
);

-- The version up to which a handler has a stream's events: an event that comes again is known by it.
create table stream_progress (
  handler text not null,
  stream  text not null,
  version int  not null,
  primary key (handler, stream)
);

-- The streams whose next event a handler could not take; what follows in them waits as well.
create table parked_stream (
  handler text        not null,
  stream  text        not null,
  reason  text        not null,
  since   timestamptz not null default now(),
  primary key (handler, stream)
);

-- The events applied within the last hour, for readers who wait for one.
create table applied_event (
  event_id uuid        not null,
  handler  text        not null,
  source   text        not null,
  at       timestamptz not null default now(),
  primary key (event_id, handler)
);
create index on applied_event (at);
