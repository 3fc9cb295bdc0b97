-- What goes when a person is erased is found by these.
create index on known_application (candidate_id);
create index on invitation (request_id);
create index on invitation_token (request_id);
