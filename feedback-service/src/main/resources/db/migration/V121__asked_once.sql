-- Which rejection a request was opened for: what is told of an earlier one again leaves it alone. Null
-- where it was opened before this was kept.
alter table asked add column rejection uuid;

-- Rejections that a candidate had adopted before they themselves were read here.
create table adopted_rejection (
  event_id uuid primary key
);
