-- Who may call, and what they did; and a number may be a user of several tenants.

alter table users drop constraint users_phone_number_key;
alter table users add constraint users_tenant_phone_number_key unique (tenant, phone_number);
-- What a user is found by: the two in one, because a group of questions is one list of keys.
alter table users add column user_key text generated always as (tenant || '~' || phone_number) stored;
create index idx_users_user_key on users (user_key);

-- A key is kept as its hash; whoever reads this table cannot call with what stands here.
create table api_keys (
  number       bigint generated always as identity primary key,
  id           text not null unique,
  hash         text not null unique,
  name         text not null,
  scopes       text not null,
  tenant       text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz
);
create index idx_api_keys_list on api_keys (created_at, number);

-- One row for each call that may change something, written before it does; http_status is empty until it has ended.
create table audit_entries (
  number      bigint generated always as identity primary key,
  id          text not null unique,
  called_at   timestamptz not null,
  tenant      text not null,
  who         text not null,
  via         text not null,
  key_id      text,
  operation   text not null,
  target      text,
  address     text,
  http_status integer
);
create index idx_audit_list on audit_entries (called_at, number);
create index idx_audit_tenant on audit_entries (tenant, called_at, number);
create index idx_audit_who on audit_entries (who, called_at, number);
create index idx_audit_operation on audit_entries (operation, called_at, number);
