-- What the desk holds about the thread with a person; a row is there from when somebody first looked at it. The id stands
-- for the number in URLs.
create table conversations (
  id           varchar(64) primary key,
  tenant       varchar(64) not null,
  phone_number varchar(64) not null,
  assignee     varchar(128),
  closed_at    timestamp with time zone,
  read_at      timestamp with time zone,
  read_by      varchar(128),
  unique (tenant, phone_number)
);

-- Who did what.
create table conversation_events (
  number          bigint generated always as identity primary key,
  conversation_id varchar(64) not null,
  happened_at     timestamp with time zone not null,
  who             varchar(128) not null,
  what            varchar(64) not null,
  text            varchar(5000)
);
create index idx_conversation_events on conversation_events (conversation_id, number);
