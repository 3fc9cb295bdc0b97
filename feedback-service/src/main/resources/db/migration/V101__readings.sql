-- What the reader made of the comments, sealed, with the reader's version in it; null in rows that
-- are older than this column until the view is rebuilt.
alter table received_feedback add column reading bytea;

-- The version of the reader that judged the latest answer when it came in.
alter table feedback_request add column reader text;
