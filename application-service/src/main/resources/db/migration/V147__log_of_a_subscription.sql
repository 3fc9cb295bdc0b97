-- A subscription's log, the newest first: it is listed, replayed, and taken away with the subscription.
create index on board_delivery (subscription, created_at desc, id desc);

-- What a board looks for in its log.
create index on board_delivery (board, created_at desc, id desc) where status = 'FAILED';
