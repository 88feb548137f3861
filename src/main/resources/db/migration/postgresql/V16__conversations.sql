-- What the desk holds about the thread with a person; a row is there from when somebody first looked at it. The id stands
-- for the number in URLs.
create table conversations (
  id           text primary key,
  tenant       text not null,
  phone_number text not null,
  assignee     text,
  closed_at    timestamptz,
  read_at      timestamptz,
  read_by      text,
  unique (tenant, phone_number)
);

-- Who did what.
create table conversation_events (
  number          bigint generated always as identity primary key,
  conversation_id text not null,
  happened_at     timestamptz not null,
  who             text not null,
  what            text not null,
  text            text
);
create index idx_conversation_events on conversation_events (conversation_id, number);
