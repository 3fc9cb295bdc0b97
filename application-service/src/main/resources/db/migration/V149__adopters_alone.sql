-- Most of what boards report waits, or was never waited for: only what somebody has adopted is
-- looked for by its adopter, and only that is worth an entry.
drop index board_application_adopter_idx;
create index on board_application (adopter) where adopter is not null;
