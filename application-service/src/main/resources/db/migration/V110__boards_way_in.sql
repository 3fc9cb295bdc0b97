-- Whose the applications are that came for an address nobody had signed in with: nothing but
-- pseudonyms. The person is whom the board knows by an id of its own, and the subject under whose key
-- the events are sealed. It is what leads from a board's person and from an address to anything here;
-- it is taken away when the board says that the person is erased, and when the candidate is.
create table board_application (
  board       text        not null,
  application uuid        not null,
  person      uuid        not null,
  address     uuid        not null,
  -- Since when it has been a candidate's own; null while it waits for somebody to sign in.
  adopted_at  timestamptz,
  primary key (board, application)
);
create index on board_application (board, person);
create index on board_application (address);

-- The secrets that boards' vendors sign with, sealed. Each former one holds until its day.
create table webhook_secret (
  board        text          not null,
  provider     text          not null,
  sealed       bytea         not null,
  former       bytea[]       not null default '{}',
  former_until timestamptz[] not null default '{}',
  changed_at   timestamptz   not null,
  primary key (board, provider),
  check (cardinality(former) = cardinality(former_until))
);

-- The deliveries that were dealt with, by a hash of their name, so that a repeat is known.
create table webhook_received (
  board       text        not null,
  provider    text        not null,
  name        bytea       not null,
  received_at timestamptz not null,
  primary key (board, provider, name)
);
create index on webhook_received (received_at);

-- What a board's own names for stages and reasons mean.
create table board_mapping (
  board      text        primary key,
  mapping    jsonb       not null,
  changed_at timestamptz not null
);

-- Names of stages that came and are in no table, so that the board can say what they mean.
create table unmapped_stage (
  board   text        not null,
  name    text        not null,
  seen_at timestamptz not null,
  primary key (board, name)
);
