create table visits (
  id text not null primary key,
  employer_id text not null references employers (id),
  specialist_id text not null references specialists (id),
  team_id text not null references teams (id),
  contact_id text null references contacts (id),
  client_id text null references clients (id),
  state text not null,
  channel text not null,
  visited_on text not null,
  visited_at text null,
  notes text null,
  logged_at text not null,
  version integer not null
) strict;

create index ix_visits_specialist on visits (specialist_id, visited_on);
create index ix_visits_employer on visits (employer_id, specialist_id, state, channel, visited_on);
create index ix_visits_contact on visits (contact_id) where contact_id is not null;
create index ix_visits_client on visits (client_id, visited_on) where client_id is not null;

create table follow_ups (
  id text not null primary key,
  employer_id text not null references employers (id),
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
  version integer not null
) strict;

create index ix_follow_ups_due on follow_ups (owner_id, due_on) where state = 'Open';
create index ix_follow_ups_employer on follow_ups (employer_id);
create index ix_follow_ups_visit on follow_ups (visit_id) where visit_id is not null;
create index ix_follow_ups_client on follow_ups (client_id) where client_id is not null;

-- Derived from visits: no version, updated in the turn, proved equal by rebuild.
create table weekly_counts (
  specialist_id text not null references specialists (id),
  week_start text not null,
  in_person integer not null,
  all_contacts integer not null,
  primary key (specialist_id, week_start)
) strict, without rowid;
