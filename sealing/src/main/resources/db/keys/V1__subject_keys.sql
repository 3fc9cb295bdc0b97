-- One key a person, wrapped by the key-encryption key, which is never in a database. A row whose
-- key is gone stays: nothing may be sealed for that person again.
create table subject_key (
  subject    uuid        primary key,
  wrapped    bytea,
  created_at timestamptz not null default now(),
  erased_at  timestamptz,
  check ((wrapped is null) = (erased_at is not null))
);
