-- The trace that an event belongs to, as a W3C traceparent: published as the header of that name.
-- Null where nobody records one, and then it takes no room.
alter table event add column trace text;
