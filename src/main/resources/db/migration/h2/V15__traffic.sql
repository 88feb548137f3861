-- What statistics are answered from: the messages of each hour, counted, and counted again while they may change.
create table traffic_hours (
  tenant     varchar(64) not null,
  begins_at  timestamp with time zone not null,
  counted_at timestamp with time zone,
  -- when it is counted again; empty: it has settled
  due_at     timestamp with time zone,
  primary key (tenant, begins_at)
);
create index idx_traffic_hours_due on traffic_hours (due_at);

create table traffic_counts (
  tenant    varchar(64) not null,
  measure   varchar(32) not null,
  begins_at timestamp with time zone not null,
  -- a status, a currency, a bucket of milliseconds, or nothing
  item      varchar(32) not null,
  amount    numeric(20, 6) not null,
  primary key (tenant, measure, begins_at, item)
);
