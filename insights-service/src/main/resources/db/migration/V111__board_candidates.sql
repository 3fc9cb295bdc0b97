-- Whom a board means by its own id of a candidate; the id stands here as its pseudonym alone.
create table board_candidate (
  board        text not null,
  person       uuid not null,
  candidate_id uuid not null,
  primary key (board, person, candidate_id)
);
create index on board_candidate (candidate_id);

-- What candidates allow boards, as it is now.
create table board_consent (
  board        text    not null,
  candidate_id uuid    not null,
  share_search boolean not null,
  primary key (board, candidate_id)
);
create index on board_consent (candidate_id);
