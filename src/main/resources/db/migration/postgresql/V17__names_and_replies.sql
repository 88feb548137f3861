-- What users are found by while somebody types.
alter table users add column name_lower text collate "C" generated always as (lower(name)) stored;
create index idx_users_name on users (tenant, name_lower, id);

-- Texts that operators answer with.
create table canned_replies (
  id         text primary key,
  tenant     text not null,
  name       text not null,
  text       text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (tenant, name)
);
