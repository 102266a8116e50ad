create table visits (
  id uniqueidentifier not null constraint pk_visits primary key nonclustered,
  employer_id uniqueidentifier not null constraint fk_visits_employer references employers (id),
  specialist_id uniqueidentifier not null constraint fk_visits_specialist references specialists (id),
  team_id uniqueidentifier not null constraint fk_visits_team references teams (id),
  contact_id uniqueidentifier null constraint fk_visits_contact references contacts (id),
  client_id uniqueidentifier null constraint fk_visits_client references clients (id),
  state nvarchar(20) not null,
  channel nvarchar(20) not null,
  visited_on date not null,
  visited_at time(0) null,
  notes nvarchar(max) null,
  logged_at datetime2(3) not null,
  version int not null
);

create clustered index cx_visits on visits (specialist_id, visited_on);
create index ix_visits_employer on visits (employer_id, specialist_id, state, channel, visited_on);
create index ix_visits_contact on visits (contact_id) where contact_id is not null;
create index ix_visits_client on visits (client_id, visited_on) where client_id is not null;

create table follow_ups (
  id uniqueidentifier not null constraint pk_follow_ups primary key nonclustered,
  employer_id uniqueidentifier not null constraint fk_follow_ups_employer references employers (id),
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
  version int not null
);

create clustered index cx_follow_ups on follow_ups (owner_id, created_at);
create index ix_follow_ups_due on follow_ups (owner_id, due_on) include (employer_id, title, created_at, version) where state = N'Open';
create index ix_follow_ups_employer on follow_ups (employer_id);
create index ix_follow_ups_visit on follow_ups (visit_id) where visit_id is not null;
create index ix_follow_ups_client on follow_ups (client_id) where client_id is not null;

-- Derived from visits: no version, updated in the turn, proved equal by rebuild.
create table weekly_counts (
  specialist_id uniqueidentifier not null constraint fk_weekly_counts_specialist references specialists (id),
  week_start date not null,
  in_person int not null,
  all_contacts int not null,
  constraint pk_weekly_counts primary key clustered (specialist_id, week_start)
);
