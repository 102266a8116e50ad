-- A reminder need not be about an employer, and what is owed may have a time of day. The table is made again, as on SQLite: not every T-SQL engine
-- makes a column nullable.
exec sp_rename 'follow_ups', 'follow_ups_before', 'OBJECT';
alter table follow_ups_before drop constraint pk_follow_ups;
alter table follow_ups_before drop constraint fk_follow_ups_employer;
alter table follow_ups_before drop constraint fk_follow_ups_visit;
alter table follow_ups_before drop constraint fk_follow_ups_client;
alter table follow_ups_before drop constraint fk_follow_ups_owner;
alter table follow_ups_before drop constraint fk_follow_ups_team;
alter table follow_ups_before drop constraint fk_follow_ups_done_by;

create table follow_ups (
  id uniqueidentifier not null constraint pk_follow_ups primary key nonclustered,
  employer_id uniqueidentifier null constraint fk_follow_ups_employer references employers (id),
  visit_id uniqueidentifier null constraint fk_follow_ups_visit references visits (id),
  client_id uniqueidentifier null constraint fk_follow_ups_client references clients (id),
  owner_id uniqueidentifier not null constraint fk_follow_ups_owner references specialists (id),
  team_id uniqueidentifier not null constraint fk_follow_ups_team references teams (id),
  title nvarchar(4000) not null,
  due_on date null,
  state nvarchar(20) not null,
  done_at datetime2(3) null,
  done_by_id uniqueidentifier null constraint fk_follow_ups_done_by references specialists (id),
  created_at datetime2(3) not null,
  version int not null,
  due_at time(0) null
);

insert into follow_ups (id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version)
select id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version
from follow_ups_before;

drop table follow_ups_before;

create clustered index cx_follow_ups on follow_ups (owner_id, created_at);
create index ix_follow_ups_due on follow_ups (owner_id, due_on) include (employer_id, title, created_at, version, due_at) where state = N'Open';
create index ix_follow_ups_employer on follow_ups (employer_id) where employer_id is not null;
create index ix_follow_ups_visit on follow_ups (visit_id) where visit_id is not null;
create index ix_follow_ups_client on follow_ups (client_id) where client_id is not null;
