-- Where the first event stands that a parked stream's handler could not take, so that a release
-- reads on from there: source and partition as in watermark, position an offset or a position. And
-- since when the stream is to be released; what was held back while a release ended is so at once.
-- A stream that was parked before these columns were there cannot be released, only rebuilt.
alter table parked_stream
  add column source           text,
  add column partition        int,
  add column position         bigint,
  add column release_asked_at timestamptz;
create index on parked_stream (handler) where release_asked_at is not null;
