-- As in V140: a board's own rows, a person's own, or all where the service's own work says so.
alter table board_subscription enable row level security, force row level security;
create policy scope on board_subscription using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);

alter table board_delivery enable row level security, force row level security;
create policy scope on board_delivery using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);

alter table board_candidate enable row level security, force row level security;
create policy scope on board_candidate using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);

alter table board_consent enable row level security, force row level security;
create policy scope on board_consent using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
  or candidate = any (nullif(current_setting('rebound.persons', true), '')::uuid[])
);
