-- Whether records that cannot be read are left out when the stream is released.
alter table parked_stream add column pass_over boolean not null default false;
