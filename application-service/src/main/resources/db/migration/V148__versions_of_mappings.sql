-- How often a board has put its mapping, so that who changes it can name what the change is based on.
alter table board_mapping add column version integer not null default 1;
