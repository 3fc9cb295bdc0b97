-- What became of the feedback that a board's recruiters were asked for, folded from the events.
create table board_request (
  request_id   uuid        primary key,
  board        text        not null,
  candidate_id uuid        not null,
  requested_at timestamptz not null,
  answered_at  timestamptz,
  -- Whether an answer, of either round, was specific.
  specific     boolean     not null
);
create index on board_request (board);
create index on board_request (candidate_id);
