-- A board's requests of one status, and those about one application, are read without going through
-- all that the board ever had.
create index on feedback_request (board, status, requested_at desc, request_id desc)
  where board is not null;
create index on feedback_request (application_id);
