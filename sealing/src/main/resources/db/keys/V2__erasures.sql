-- Each service looks here for whom to forget since it looked last, and says when it has forgotten.
create index on subject_key (erased_at, subject) where erased_at is not null;

create table erasure_acknowledgement (
  subject uuid        not null,
  service text        not null,
  at      timestamptz not null default now(),
  primary key (subject, service)
);
