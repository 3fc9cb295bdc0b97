-- What a candidate no longer allows a board: here a service that is behind with the events still
-- finds it. A row goes when the consent is given again, and when the candidate is erased.
create table withdrawn_consent (
  candidate uuid not null,
  board     text not null,
  primary key (candidate, board)
);
