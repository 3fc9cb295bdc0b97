-- A request that was made before its candidate signed in is made once more, as the candidate's own,
-- when they do: the event of the second names that of the first as its cause. Rows from before have
-- neither, until the view is rebuilt.
alter table board_request
  add column asked_event uuid,
  add column cause       uuid;
