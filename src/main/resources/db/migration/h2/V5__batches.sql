-- A call for many messages at once. Watched while its messages may not yet be as its status says.
create table batches (
  id          varchar(80) primary key,
  tenant      varchar(64) not null default 'default',
  operator_id varchar(128),
  status      varchar(16) not null check (status in ('running', 'paused', 'canceled')),
  accepted    integer not null,
  rejected    integer not null,
  watched     boolean not null default false,
  created_at  timestamp with time zone not null
);
create index idx_batches_watched on batches (watched);

-- When a message of a paused batch was due. While it is paused, nothing is due, so that a claim need not know of batches.
alter table communications add column held_due_at timestamp with time zone;

create index idx_comm_batch on communications (batch_id, created_at, id);
create index idx_comm_sender on communications (tenant, from_number, created_at, id);
create index idx_comm_recipient on communications (tenant, to_number, created_at, id);

-- What a call with an Idempotency-Key came to; the key and the request are hashes. No status: it is under way.
create table idempotency_keys (
  id           varchar(64) primary key,
  request      varchar(64) not null,
  new_id       varchar(64) not null,
  lease_until  timestamp with time zone not null,
  expires_at   timestamp with time zone not null,
  status       integer,
  content_type varchar(100),
  location     varchar(200),
  answer       varchar(1000000)
);
create index idx_idempotency_keys_expires_at on idempotency_keys (expires_at);
