-- Where a board wants to be told of what, and the secrets that calls to it are signed with, sealed.
create table board_subscription (
  id           uuid        primary key,
  board        text        not null,
  url          text        not null,
  types        text[]      not null,
  secret       bytea       not null,
  -- The secret before the last rotation; it signs as well until its time.
  former       bytea,
  former_until timestamptz,
  created_at   timestamptz not null,
  -- Since when the receiver has said that it is gone.
  disabled_at  timestamptz,
  unique (board, url)
);

-- What was and is to be told, and how that went.
create table board_delivery (
  id           uuid        primary key,
  board        text        not null,
  subscription uuid        not null references board_subscription on delete cascade,
  type         text        not null,
  -- Whom it tells of, and under whose key the body is sealed. Null where it tells that this key is
  -- gone: then the body is sealed under the board's.
  candidate    uuid,
  body         bytea       not null,
  status       text        not null,
  attempts     int         not null,
  -- When it is tried next, and while it is tried, when somebody else may; null once it has ended.
  due_at       timestamptz,
  last_at      timestamptz,
  last_status  int,
  last_problem text,
  created_at   timestamptz not null
);
create index on board_delivery (subscription, due_at) where due_at is not null;
create index on board_delivery (board, created_at desc, id desc);
create index on board_delivery (created_at);
create index on board_delivery (candidate);

-- By which ids boards know a candidate: a pseudonym of the id to find it by, and the id, sealed
-- under the candidate's key.
create table board_candidate (
  board       text  not null,
  candidate   uuid  not null,
  person      uuid  not null,
  external_id bytea not null,
  primary key (board, candidate, person)
);
create index on board_candidate (candidate);

-- What candidates allow boards, as it is now.
create table board_consent (
  board        text    not null,
  candidate    uuid    not null,
  share_search boolean not null,
  primary key (board, candidate)
);
create index on board_consent (candidate);
