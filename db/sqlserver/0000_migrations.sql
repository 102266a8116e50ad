-- Run before every other migration and safe to run again: what the migrator itself stands on.
if object_id(N'migrations') is null
create table migrations (
  number int not null constraint pk_migrations primary key,
  name nvarchar(200) not null,
  applied_at datetime2(3) not null
);

if object_id(N'migration_lock') is null
create table migration_lock (
  id int not null constraint pk_migration_lock primary key,
  holder nvarchar(200) not null,
  taken_at datetime2(3) not null
);
