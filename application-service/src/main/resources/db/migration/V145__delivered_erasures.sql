-- What told a board of an erasure is forgotten a day after it was delivered. Looked for every hour.
create index on board_delivery (last_at) where type = 'subject.erased' and status = 'DELIVERED';
