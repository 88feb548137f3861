-- Who may call, and what they did; and a number may be a user of several tenants.

-- The constraint of the first version has no name of its own; it goes with its column.
alter table users add column number_again varchar(64);
update users set number_again = phone_number;
alter table users drop column phone_number;
alter table users alter column number_again rename to phone_number;
alter table users alter column phone_number set not null;
alter table users add constraint users_tenant_phone_number_key unique (tenant, phone_number);
-- What a user is found by: the two in one, because a group of questions is one list of keys.
alter table users add column user_key varchar(130) generated always as (tenant || '~' || phone_number);
create index idx_users_user_key on users (user_key);

-- A key is kept as its hash; whoever reads this table cannot call with what stands here.
create table api_keys (
  number       bigint generated always as identity primary key,
  id           varchar(80) not null unique,
  hash         varchar(64) not null unique,
  name         varchar(200) not null,
  scopes       varchar(200) not null,
  tenant       varchar(64) not null,
  created_at   timestamp with time zone not null,
  created_by   varchar(200) not null,
  expires_at   timestamp with time zone,
  revoked_at   timestamp with time zone,
  last_used_at timestamp with time zone
);
create index idx_api_keys_list on api_keys (created_at, number);

-- One row for each call that may change something, written before it does; http_status is empty until it has ended.
create table audit_entries (
  number      bigint generated always as identity primary key,
  id          varchar(80) not null unique,
  called_at   timestamp with time zone not null,
  tenant      varchar(64) not null,
  who         varchar(200) not null,
  via         varchar(64) not null,
  key_id      varchar(80),
  operation   varchar(64) not null,
  target      varchar(200),
  address     varchar(64),
  http_status integer
);
create index idx_audit_list on audit_entries (called_at, number);
create index idx_audit_tenant on audit_entries (tenant, called_at, number);
create index idx_audit_who on audit_entries (who, called_at, number);
create index idx_audit_operation on audit_entries (operation, called_at, number);
