-- When a message is not to be sent any more, and whether it waits while its recipient has quiet hours.
alter table communications add column valid_until timestamptz;
alter table communications add column quiet_hours boolean not null default false;

-- Of what waits only: an attempt that begins leaves no entry behind.
create index idx_comm_valid_until on communications (valid_until) where status = 'queued';
