-- A reminder need not be about an employer, and what is owed may have a time of day. No column of SQLite becomes nullable, so the table is made again.
create table follow_ups_again (
  id text not null primary key,
  employer_id text null references employers (id),
  visit_id text null references visits (id),
  client_id text null references clients (id),
  owner_id text not null references specialists (id),
  team_id text not null references teams (id),
  title text not null,
  due_on text null,
  state text not null,
  done_at text null,
  done_by_id text null references specialists (id),
  created_at text not null,
  version integer not null,
  due_at text null
) strict;

insert into follow_ups_again (id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version)
select id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version
from follow_ups;

drop table follow_ups;
alter table follow_ups_again rename to follow_ups;

create index ix_follow_ups_due on follow_ups (owner_id, due_on) where state = 'Open';
create index ix_follow_ups_employer on follow_ups (employer_id) where employer_id is not null;
create index ix_follow_ups_visit on follow_ups (visit_id) where visit_id is not null;
create index ix_follow_ups_client on follow_ups (client_id) where client_id is not null;
