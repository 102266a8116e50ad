-- Derived from employers, visits, openings and placements: no version, updated in the turn, proved equal by rebuild. After this migration `rebuild` fills in
-- what older records say.

-- One row for each employer: what its list shows, filters and sorts by. An employer without a town sorts behind all others, one without a contact before all days.
create table employer_summaries (
  employer_id text not null primary key references employers (id) on delete cascade,
  name_key text not null,
  town_key text not null,
  sic_division text null,
  owner_id text null references specialists (id),
  archived integer not null,
  do_not_approach integer not null,
  last_on text not null,
  level integer not null,
  computed_level integer not null,
  set_level integer null,
  set_until text null,
  review_on text null
) strict, without rowid;

create index ix_employer_summaries_name on employer_summaries (archived, name_key, level, owner_id, sic_division, do_not_approach);
create index ix_employer_summaries_town on employer_summaries (archived, town_key, name_key, level, owner_id, sic_division, do_not_approach);
create index ix_employer_summaries_last on employer_summaries (archived, last_on, name_key);
create index ix_employer_summaries_level on employer_summaries (archived, level, name_key, owner_id, sic_division, do_not_approach);
create index ix_employer_summaries_owner on employer_summaries (owner_id, archived) where owner_id is not null;
create index ix_employer_summaries_division on employer_summaries (sic_division, archived) where sic_division is not null;
create index ix_employer_summaries_do_not_approach on employer_summaries (archived, name_key) where do_not_approach = 1;
create index ix_employer_summaries_review on employer_summaries (review_on) where review_on is not null;

insert into employer_summaries (employer_id, name_key, town_key, sic_division, owner_id, archived, do_not_approach, last_on, level, computed_level)
select e.id, e.name_key, coalesce(nullif(e.town_key, ''), '~'), e.sic_division, e.owner_id, case when e.archived_on is null then 0 else 1 end,
  case when e.do_not_approach_since is null then 0 else 1 end,
  coalesce((select max(a.last_on) from employer_activity a where a.employer_id = e.id), '0001-01-01'), 1, 1
from employers e;

-- Contacts stand on the first of their month, the rest on its day.
create table employer_evidence (
  employer_id text not null references employers (id) on delete cascade,
  on_day text not null,
  visits integer not null,
  other_contacts integer not null,
  decision_makers integer not null,
  needs integer not null,
  openings integer not null,
  placements integer not null,
  sustained_placements integer not null,
  primary key (employer_id, on_day)
) strict, without rowid;

create table employer_level_changes (
  employer_id text not null references employers (id) on delete cascade,
  changed_at text not null,
  from_level integer not null,
  to_level integer not null,
  because text not null,
  team_id text null references teams (id),
  primary key (employer_id, changed_at)
) strict, without rowid;

create table employer_level_overrides (
  employer_id text not null primary key references employers (id),
  level integer not null,
  reason text not null,
  set_by_id text not null references specialists (id),
  set_at text not null,
  ends_on text not null,
  version integer not null
) strict;

-- An employer's history is read from its latest contact backwards, a page at a time.
create index ix_visits_history on visits (employer_id, visited_on, logged_at);
create index ix_visits_planned_at on visits (employer_id, visited_on) where state = 'Planned';
create index ix_openings_recorded on openings (employer_id, recorded_at);
create index ix_placements_history on placements (employer_id, team_id, starts_on);
