set local rebound.all_boards = 'on';

-- Who has adopted what waited. An address may have somebody else by now; what was adopted before
-- stays with whom it became, whom the first event of theirs names that answers the waiting one.
alter table board_application add column adopter uuid;
create index on board_application (adopter);

update board_application as link
   set adopter = own.candidate
  from event as waited
  join event as own on own.causation = waited.id and own.type = waited.type
 where link.adopted_at is not null
   and waited.stream = 'application-' || link.application
   and waited.version = 1
   and own.version = 1;
