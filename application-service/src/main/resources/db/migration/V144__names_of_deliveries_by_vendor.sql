-- Names of deliveries are kept for longer where the vendor signs no time, so they are forgotten vendor
-- by vendor.
drop index webhook_received_received_at_idx;
create index on webhook_received (provider, received_at);
