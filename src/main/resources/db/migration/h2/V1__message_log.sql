-- The message log, the outbox and the directory, for the embedded database. The columns of communications up to
-- ai_confidence are a public contract: none may be renamed or dropped.

create table users (
  id           bigint generated always as identity primary key,
  phone_number varchar(64) not null unique,
  name         varchar(200),
  status       varchar(16) not null default 'active' check (status in ('active', 'inactive')),
  tenant       varchar(64) not null default 'default',
  created_at   timestamp with time zone not null default current_timestamp
);

create table communications (
  id              bigint generated always as identity primary key,
  member_id       bigint,
  channel         varchar(16) check (channel in ('sms', 'mms', 'whatsapp', 'rcs', 'messenger', 'email', 'voice', 'push')),
  direction       varchar(8) check (direction in ('inbound', 'outbound')),
  from_number     varchar(64),
  to_number       varchar(64),
  subject         varchar(1000),
  content         varchar(100000) not null,
  status          varchar(16) check (status in ('received', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'canceled', 'bounced')),
  provider        varchar(32),
  provider_id     varchar(64),
  provider_status varchar(32),
  error_message   varchar(500),
  cost            numeric(10, 4),
  sent_at         timestamp with time zone,
  delivered_at    timestamp with time zone,
  read_at         timestamp with time zone,
  replied_at      timestamp with time zone,
  created_at      timestamp with time zone default current_timestamp,
  ai_generated    boolean default false,
  ai_sentiment    varchar(16) check (ai_sentiment in ('positive', 'neutral', 'negative')),
  ai_intent       varchar(200),
  ai_confidence   numeric(3, 2),

  -- our own id of an outgoing message, the MessageSid of an incoming one
  message_id      varchar(80) not null unique,
  tenant          varchar(64) not null default 'default',
  media           varchar(100000) not null default '[]',
  -- incoming
  is_registered   boolean,
  response_sent   boolean,
  opt_out_type    varchar(16),
  -- outgoing
  kind            varchar(16),
  priority        smallint,
  answers         varchar(80),
  send_at         timestamp with time zone,
  attempts        integer not null default 0,
  next_attempt_at timestamp with time zone,
  lease_owner     varchar(128),
  lease_until     timestamp with time zone,
  failed_at       timestamp with time zone,
  error_code      varchar(32),
  segments        integer,
  price_unit      varchar(8),
  operator_id     varchar(128),
  batch_id        varchar(80)
);
-- Unique, so that one receipt of a provider never settles two messages.
create unique index idx_comm_provider_id on communications (provider_id, direction);
create index idx_comm_member_id on communications (member_id);
create index idx_comm_direction on communications (direction, id);
create index idx_comm_due on communications (status, priority, next_attempt_at);
create index idx_comm_lease on communications (status, lease_until);

-- One row for each attempt to send, written before the provider is called.
create table attempts (
  message_id          varchar(80) not null,
  number              integer not null,
  owner               varchar(128) not null,
  started_at          timestamp with time zone not null,
  ended_at            timestamp with time zone,
  result              varchar(16) check (result in ('accepted', 'rejected', 'not-sent', 'unknown')),
  provider            varchar(32),
  provider_message_id varchar(64),
  error_code          varchar(32),
  error_message       varchar(500),
  primary key (message_id, number)
);

-- Every report that a provider made, once each, in whatever order they came.
create table delivery_reports (
  message_id          varchar(80) not null,
  provider            varchar(32) not null,
  provider_message_id varchar(64) not null,
  provider_status     varchar(32) not null,
  error_code          varchar(32) not null default '',
  received_at         timestamp with time zone not null,
  primary key (message_id, provider_message_id, provider_status, error_code)
);

create index idx_delivery_reports_provider_id on delivery_reports (provider_message_id);

-- Who asked not to be texted, and each wish that led there.
create table opt_outs (
  phone_number varchar(64) primary key,
  opted_out    boolean not null,
  changed_at   timestamp with time zone not null
);
create table opt_out_changes (
  message_sid  varchar(80) primary key,
  phone_number varchar(64) not null,
  sender       varchar(64),
  opted_out    boolean not null,
  source       varchar(16) not null,
  wording      varchar(64) not null,
  changed_at   timestamp with time zone not null
);
create index idx_opt_out_changes_phone_number on opt_out_changes (phone_number);
