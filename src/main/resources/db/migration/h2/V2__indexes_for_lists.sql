-- What people ask for, flat however many messages there are: lists are by time, newest first, and may be narrowed to a
-- status or a kind.
create index idx_comm_list on communications (tenant, direction, created_at, id);
create index idx_comm_status on communications (tenant, status, created_at, id);
create index idx_comm_kind on communications (tenant, kind, created_at, id);
create index idx_users_tenant on users (tenant, id);

-- Nothing is ordered by the direction alone any more.
drop index idx_comm_direction;
