-- The message log, the outbox and the directory, for PostgreSQL. The columns of communications up to
-- ai_confidence are a public contract: none may be renamed or dropped.

create table users (
  id           bigint generated always as identity primary key,
  phone_number text not null unique,
  name         text,
  status       text not null default 'active' check (status in ('active', 'inactive')),
  tenant       text not null default 'default',
  created_at   timestamptz not null default now()
);

create table communications (
  id              bigint generated always as identity primary key,
  member_id       bigint,
  channel         text check (channel in ('sms', 'mms', 'whatsapp', 'rcs', 'messenger', 'email', 'voice', 'push')),
  direction       text check (direction in ('inbound', 'outbound')),
  from_number     text,
  to_number       text,
  subject         text,
  content         text not null,
  status          text check (status in ('received', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'canceled', 'bounced')),
  provider        text,
  provider_id     text,
  provider_status text,
  error_message   text,
  cost            numeric(10, 4),
  sent_at         timestamptz,
  delivered_at    timestamptz,
  read_at         timestamptz,
  replied_at      timestamptz,
  created_at      timestamptz default now(),
  ai_generated    boolean default false,
  ai_sentiment    text check (ai_sentiment in ('positive', 'neutral', 'negative')),
  ai_intent       text,
  ai_confidence   numeric(3, 2),

  -- our own id of an outgoing message, the MessageSid of an incoming one
  message_id      text not null unique,
  tenant          text not null default 'default',
  media           text not null default '[]',
  -- incoming
  is_registered   boolean,
  response_sent   boolean,
  opt_out_type    text,
  -- outgoing
  kind            text,
  priority        smallint,
  answers         text,
  send_at         timestamptz,
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  lease_owner     text,
  lease_until     timestamptz,
  failed_at       timestamptz,
  error_code      text,
  segments        integer,
  price_unit      text,
  operator_id     text,
  batch_id        text
);
-- Unique, so that one receipt of a provider never settles two messages.
create unique index idx_comm_provider_id on communications (provider_id, direction);
create index idx_comm_member_id on communications (member_id);
create index idx_comm_direction on communications (direction, id);
create index idx_comm_due on communications (priority, next_attempt_at) where status = 'queued';
create index idx_comm_lease on communications (lease_until) where status = 'sending';

-- One row for each attempt to send, written before the provider is called.
create table attempts (
  message_id          text not null,
  number              integer not null,
  owner               text not null,
  started_at          timestamptz not null,
  ended_at            timestamptz,
  result              text check (result in ('accepted', 'rejected', 'not-sent', 'unknown')),
  provider            text,
  provider_message_id text,
  error_code          text,
  error_message       text,
  primary key (message_id, number)
);

-- Every report that a provider made, once each, in whatever order they came.
create table delivery_reports (
  message_id          text not null,
  provider            text not null,
  provider_message_id text not null,
  provider_status     text not null,
  error_code          text not null default '',
  received_at         timestamptz not null,
  primary key (message_id, provider_message_id, provider_status, error_code)
);

create index idx_delivery_reports_provider_id on delivery_reports (provider_message_id);

-- Who asked not to be texted, and each wish that led there.
create table opt_outs (
  phone_number text primary key,
  opted_out    boolean not null,
  changed_at   timestamptz not null
);
create table opt_out_changes (
  message_sid  text primary key,
  phone_number text not null,
  sender       text,
  opted_out    boolean not null,
  source       text not null,
  wording      text not null,
  changed_at   timestamptz not null
);
create index idx_opt_out_changes_phone_number on opt_out_changes (phone_number);
