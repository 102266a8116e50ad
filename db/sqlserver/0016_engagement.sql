-- Derived from employers, visits, openings and placements: no version, updated in the turn, proved equal by rebuild. After this migration `rebuild` fills in
-- what older records say.

-- One row for each employer: what its list shows, filters and sorts by. An employer without a town sorts behind all others, one without a contact before all days.
create table employer_summaries (
  employer_id uniqueidentifier not null constraint pk_employer_summaries primary key nonclustered
    constraint fk_employer_summaries_employer references employers (id) on delete cascade,
  name_key nvarchar(300) collate Latin1_General_100_BIN2 not null,
  town_key nvarchar(300) collate Latin1_General_100_BIN2 not null,
  sic_division nvarchar(2) null,
  owner_id uniqueidentifier null constraint fk_employer_summaries_owner references specialists (id),
  archived bit not null,
  do_not_approach bit not null,
  last_on date not null,
  level int not null,
  computed_level int not null,
  set_level int null,
  set_until date null,
  review_on date null
);

create clustered index cx_employer_summaries on employer_summaries (archived, name_key);
create index ix_employer_summaries_town on employer_summaries (archived, town_key, name_key) include (employer_id, level, owner_id, sic_division, do_not_approach, last_on);
create index ix_employer_summaries_last on employer_summaries (archived, last_on, name_key) include (employer_id, town_key, level, owner_id, sic_division, do_not_approach);
create index ix_employer_summaries_level on employer_summaries (archived, level, name_key) include (employer_id, town_key, owner_id, sic_division, do_not_approach, last_on);
create index ix_employer_summaries_owner on employer_summaries (owner_id, archived) where owner_id is not null;
create index ix_employer_summaries_division on employer_summaries (sic_division, archived) where sic_division is not null;
create index ix_employer_summaries_do_not_approach on employer_summaries (archived, name_key) where do_not_approach = 1;
create index ix_employer_summaries_review on employer_summaries (review_on) where review_on is not null;

insert into employer_summaries (employer_id, name_key, town_key, sic_division, owner_id, archived, do_not_approach, last_on, level, computed_level)
select e.id, e.name_key, coalesce(nullif(e.town_key, N''), N'~'), e.sic_division, e.owner_id, case when e.archived_on is null then 0 else 1 end,
  case when e.do_not_approach_since is null then 0 else 1 end,
  coalesce((select max(a.last_on) from employer_activity a where a.employer_id = e.id), cast('0001-01-01' as date)), 1, 1
from employers e;

-- Contacts stand on the first of their month, the rest on its day.
create table employer_evidence (
  employer_id uniqueidentifier not null constraint fk_employer_evidence_employer references employers (id) on delete cascade,
  on_day date not null,
  visits int not null,
  other_contacts int not null,
  decision_makers int not null,
  needs int not null,
  openings int not null,
  placements int not null,
  sustained_placements int not null,
  constraint pk_employer_evidence primary key clustered (employer_id, on_day)
);

create table employer_level_changes (
  employer_id uniqueidentifier not null constraint fk_employer_level_changes_employer references employers (id) on delete cascade,
  changed_at datetime2(3) not null,
  from_level int not null,
  to_level int not null,
  because nvarchar(20) not null,
  team_id uniqueidentifier null constraint fk_employer_level_changes_team references teams (id),
  constraint pk_employer_level_changes primary key clustered (employer_id, changed_at)
);

create table employer_level_overrides (
  employer_id uniqueidentifier not null constraint pk_employer_level_overrides primary key clustered
    constraint fk_employer_level_overrides_employer references employers (id),
  level int not null,
  reason nvarchar(400) not null,
  set_by_id uniqueidentifier not null constraint fk_employer_level_overrides_set_by references specialists (id),
  set_at datetime2(3) not null,
  ends_on date not null,
  version int not null
);

-- An employer's history is read from its latest contact backwards, a page at a time.
create index ix_visits_history on visits (employer_id, visited_on, logged_at);
create index ix_visits_planned_at on visits (employer_id, visited_on) where state = N'Planned';
create index ix_openings_recorded on openings (employer_id, recorded_at);
create index ix_placements_history on placements (employer_id, team_id, starts_on);
