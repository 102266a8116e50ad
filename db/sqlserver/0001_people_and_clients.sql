create table teams (
  id uniqueidentifier not null constraint pk_teams primary key nonclustered,
  name nvarchar(200) not null,
  nation nvarchar(40) not null
);

create clustered index cx_teams on teams (name);

create table specialists (
  id uniqueidentifier not null constraint pk_specialists primary key nonclustered,
  object_id nvarchar(100) collate Latin1_General_100_BIN2 not null,
  name nvarchar(200) not null,
  team_id uniqueidentifier not null constraint fk_specialists_team references teams (id),
  role nvarchar(40) not null,
  weekly_target int not null,
  left_on date null
);

create clustered index cx_specialists on specialists (team_id, name);
create unique index ux_specialists_object_id on specialists (object_id);

create table clients (
  id uniqueidentifier not null constraint pk_clients primary key nonclustered,
  reference nvarchar(20) collate Latin1_General_100_BIN2 not null,
  owner_id uniqueidentifier not null constraint fk_clients_owner references specialists (id),
  team_id uniqueidentifier not null constraint fk_clients_team references teams (id),
  programme nvarchar(200) not null,
  entered_on date not null,
  status nvarchar(40) not null,
  check_reference bit not null
);

create clustered index cx_clients on clients (team_id, reference);
create unique index ux_clients_reference on clients (reference);
create index ix_clients_owner on clients (owner_id);

create table client_preferred_job_types (
  client_id uniqueidentifier not null constraint fk_client_preferred_job_types_client references clients (id) on delete cascade,
  position int not null,
  job_type nvarchar(200) not null,
  constraint pk_client_preferred_job_types primary key clustered (client_id, position)
);
