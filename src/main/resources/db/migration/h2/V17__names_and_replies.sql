-- What users are found by while somebody types.
alter table users add column name_lower varchar(200) generated always as (lower(name));
create index idx_users_name on users (tenant, name_lower, id);

-- Texts that operators answer with.
create table canned_replies (
  id         varchar(64) primary key,
  tenant     varchar(64) not null,
  name       varchar(128) not null,
  text       varchar(5000) not null,
  changed_at timestamp with time zone not null,
  changed_by varchar(128) not null,
  unique (tenant, name)
);
