-- What statistics are answered from: the messages of each hour, counted, and counted again while they may change.
create table traffic_hours (
  tenant     text not null,
  begins_at  timestamptz not null,
  counted_at timestamptz,
  -- when it is counted again; empty: it has settled
  due_at     timestamptz,
  primary key (tenant, begins_at)
);
create index idx_traffic_hours_due on traffic_hours (due_at) where due_at is not null;

create table traffic_counts (
  tenant    text not null,
  measure   text not null,
  begins_at timestamptz not null,
  -- a status, a currency, a bucket of milliseconds, or nothing
  item      text not null,
  amount    numeric(20, 6) not null,
  primary key (tenant, measure, begins_at, item)
);
