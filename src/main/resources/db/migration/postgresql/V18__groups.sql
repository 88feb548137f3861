-- People who are texted together.
create table user_groups (
  id         text primary key,
  tenant     text not null,
  name       text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (tenant, name)
);
create table user_group_members (
  group_id text not null references user_groups (id) on delete cascade,
  user_id  bigint not null references users (id) on delete cascade,
  primary key (group_id, user_id)
);
create index idx_user_group_members_user on user_group_members (user_id);

-- Batches are listed newest first.
create index idx_batches_newest on batches (tenant, created_at, id);
