-- Run before every other migration and safe to run again: what the migrator itself stands on.
create table if not exists migrations (
  number integer not null primary key,
  name text not null,
  applied_at text not null
) strict;

create table if not exists migration_lock (
  id integer not null primary key,
  holder text not null,
  taken_at text not null
) strict;
