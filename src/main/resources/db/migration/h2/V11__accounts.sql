-- Who may log in to the dashboard. A password is kept as its BCrypt hash.
create table accounts (
  name       varchar(64) not null primary key,
  hash       varchar(80) not null,
  role       varchar(16) not null,
  tenant     varchar(64) not null,
  active     boolean not null,
  created_at timestamp with time zone not null,
  created_by varchar(200) not null,
  changed_at timestamp with time zone not null
);
