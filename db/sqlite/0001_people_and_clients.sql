create table teams (
  id text not null primary key,
  name text not null,
  nation text not null
) strict;

create table specialists (
  id text not null primary key,
  object_id text not null,
  name text not null,
  team_id text not null references teams (id),
  role text not null,
  weekly_target integer not null,
  left_on text null
) strict;

create unique index ux_specialists_object_id on specialists (object_id);
create index ix_specialists_team on specialists (team_id, name);

create table clients (
  id text not null primary key,
  reference text not null,
  owner_id text not null references specialists (id),
  team_id text not null references teams (id),
  programme text not null,
  entered_on text not null,
  status text not null,
  check_reference integer not null
) strict;

create unique index ux_clients_reference on clients (reference);
create index ix_clients_team on clients (team_id, reference);
create index ix_clients_owner on clients (owner_id);

create table client_preferred_job_types (
  client_id text not null references clients (id) on delete cascade,
  position integer not null,
  job_type text not null,
  primary key (client_id, position)
) strict, without rowid;
