-- A withdrawal is noted at once, and again as its event comes; giving as its event comes, which may
-- be later than the next withdrawal. So the last change of each consent stays, with its version. A
-- row goes when the candidate is erased.
alter table withdrawn_consent
  add column withdrawn boolean not null default true,
  add column version   integer not null default 0;
