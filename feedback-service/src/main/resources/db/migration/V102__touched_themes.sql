-- What the latest answer touched in its boxes; null for answers before this column was there.
alter table feedback_request add column themes text;
