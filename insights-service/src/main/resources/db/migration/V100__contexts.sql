-- What is known of each context of a candidate: an application, or a piece of feedback that belongs
-- to none; one more row (id = candidate) for the candidate's own decisions.
create table context (
    candidate uuid        not null,
    id        uuid        not null,
    -- JSON of the facts, sealed under the candidate's key
    facts     bytea       not null,
    -- how many events are in it: grows with every change, so that a reader sees that it changed
    revision  bigint      not null,
    -- when the last of them happened
    as_of     timestamptz not null,
    primary key (candidate, id)
);
