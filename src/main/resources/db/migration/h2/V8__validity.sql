-- When a message is not to be sent any more, and whether it waits while its recipient has quiet hours.
alter table communications add column valid_until timestamp with time zone;
alter table communications add column quiet_hours boolean not null default false;

create index idx_comm_valid_until on communications (status, valid_until);
