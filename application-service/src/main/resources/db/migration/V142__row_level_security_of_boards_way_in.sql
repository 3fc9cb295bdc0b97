-- As in V140: a board's own rows, or all where the service's own work says so. Whose an application
-- is that waits is asked over all boards, since whoever signs in has come by many.
alter table board_application enable row level security, force row level security;
create policy scope on board_application using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);

alter table webhook_secret enable row level security, force row level security;
create policy scope on webhook_secret using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);

alter table webhook_received enable row level security, force row level security;
create policy scope on webhook_received using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);

alter table board_mapping enable row level security, force row level security;
create policy scope on board_mapping using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);

alter table unmapped_stage enable row level security, force row level security;
create policy scope on unmapped_stage using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);
