-- Rows are seen in a scope alone: a board's own, a person's own, or all of them where the service's
-- own work says so. A transaction that has said nothing sees none, and the owner of the table is
-- bound as well. A later migration that reads or changes rows begins with
-- "set local rebound.all_boards = 'on'".
alter table board_request enable row level security, force row level security;
create policy scope on board_request using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate_id = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);

alter table board_candidate enable row level security, force row level security;
create policy scope on board_candidate using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate_id = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);

alter table board_consent enable row level security, force row level security;
create policy scope on board_consent using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate_id = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);
