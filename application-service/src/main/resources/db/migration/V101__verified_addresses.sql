-- Which candidate signed in last with an address that the identity provider had verified. An address
-- stands here as its pseudonym alone.
create table verified_address (
  address     uuid        primary key,
  candidate   uuid        not null,
  verified_at timestamptz not null
);
create index on verified_address (candidate);
