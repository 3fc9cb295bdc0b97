-- When vendors said last that something became of an application, by their own clocks: deliveries come
-- in no order. The application is a pseudonym, there or not, and nothing here leads to a person.
create table board_report (
  board       text        not null,
  application uuid        not null,
  -- The latest time of anything that was told.
  told_at     timestamptz not null,
  -- The latest at which it was told to be under way again.
  reopened_at timestamptz,
  -- The latest at which it was told to have ended, once that was dealt with.
  ended_at    timestamptz,
  noted_at    timestamptz not null,
  primary key (board, application)
);
create index on board_report (noted_at);

-- As in V142: a board's own rows, or all where the service's own work says so.
alter table board_report enable row level security, force row level security;
create policy scope on board_report using (
  current_setting('rebound.all_boards', true) = 'on'
  or board = current_setting('rebound.board', true)
);
