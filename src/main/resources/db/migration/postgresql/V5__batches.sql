-- A call for many messages at once. Watched while its messages may not yet be as its status says.
create table batches (
  id          text primary key,
  tenant      text not null default 'default',
  operator_id text,
  status      text not null check (status in ('running', 'paused', 'canceled')),
  accepted    integer not null,
  rejected    integer not null,
  watched     boolean not null default false,
  created_at  timestamptz not null
);
create index idx_batches_watched on batches (id) where watched;

-- When a message of a paused batch was due. While it is paused, nothing is due, so that a claim need not know of batches.
alter table communications add column held_due_at timestamptz;

create index idx_comm_batch on communications (batch_id, created_at, id) where batch_id is not null;
create index idx_comm_sender on communications (tenant, from_number, created_at, id) where direction = 'inbound';
create index idx_comm_recipient on communications (tenant, to_number, created_at, id) where direction = 'outbound';

-- What a call with an Idempotency-Key came to; the key and the request are hashes. No status: it is under way.
create table idempotency_keys (
  id           text primary key,
  request      text not null,
  new_id       text not null,
  lease_until  timestamptz not null,
  expires_at   timestamptz not null,
  status       integer,
  content_type text,
  location     text,
  answer       text
);
create index idx_idempotency_keys_expires_at on idempotency_keys (expires_at);
