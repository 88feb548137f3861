-- What routes decided about a message, from where it entered them until they were done with it; forgotten after a while.
create table message_traces (
  id         varchar(64) primary key,
  message_id varchar(300) not null,
  began_at   timestamp with time zone not null,
  route      varchar(200),
  instance   varchar(300),
  steps      varchar(1000000) not null
);
create index idx_message_traces_message on message_traces (message_id);
create index idx_message_traces_began_at on message_traces (began_at);
