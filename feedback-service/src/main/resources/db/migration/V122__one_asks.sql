-- Who was the first to ask about a rejection: the rejection itself, or that by which a candidate adopted it.
alter table adopted_rejection
  add column adopted boolean not null default true,
  add column noted_at timestamptz not null default now();
