-- What routes decided about a message, from where it entered them until they were done with it; forgotten after a while.
create table message_traces (
  id         text primary key,
  message_id text not null,
  began_at   timestamptz not null,
  route      text,
  instance   text,
  steps      text not null
);
create index idx_message_traces_message on message_traces (message_id);
create index idx_message_traces_began_at on message_traces (began_at);
