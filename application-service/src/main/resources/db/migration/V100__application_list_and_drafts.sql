-- The list of applications, folded from the events. What a list is cut and sorted by is in clear.
create table application_summary (
  id         uuid        primary key,
  owner      uuid        not null,
  status     text        not null,
  applied_on date        not null,
  board      text,
  sealed     bytea       not null,
  updated    timestamptz not null
);
create index on application_summary (owner, applied_on desc, id desc);

-- Reflections before they are completed. No events: a draft is nobody's business but its writer's.
create table reflection_draft (
  application_id uuid        primary key,
  owner          uuid        not null,
  -- How often the reflection had been completed when the draft was saved. A draft of an earlier
  -- count has been overtaken by a completion.
  completions    int         not null,
  -- Counts the saves over all time, so that two states never share a version.
  revision       int         not null,
  sealed         bytea       not null,
  saved_at       timestamptz not null
);
create index on reflection_draft (owner);
