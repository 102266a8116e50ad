-- What a job is, where it was said; null is not said. Hours are kept in minutes a week.
alter table placements add column contact_id text null references contacts (id);
alter table placements add column soc_major_group integer null;
alter table placements add column minutes_a_week integer null;
alter table placements add column at_least_minimum_wage integer null;
alter table placements add column permanent integer null;
alter table placements add column competitive integer null;
alter table placements add column preferences_met integer null;
alter table placements add column template_id text null;
-- The day on which the service heard that the job ended.
alter table placements add column end_heard_on text null;

create index ix_placements_contact on placements (contact_id) where contact_id is not null;

create table placement_changes (
  id text not null primary key,
  placement_id text not null references placements (id),
  changed_on text not null,
  job_title text null,
  minutes_a_week integer null,
  recorded_by_id text not null references specialists (id),
  recorded_at text not null,
  version integer not null
) strict;

create index ix_placement_changes_placement on placement_changes (placement_id, changed_on);

-- A team's own schedule; a change is a new row, so that what was begun under the one before goes on as it was.
create table schedule_templates (
  id text not null primary key,
  team_id text not null references teams (id),
  name text not null,
  number integer not null,
  steps text not null,
  saved_by_id text not null references specialists (id),
  saved_at text not null
) strict;

create unique index ux_schedule_templates_number on schedule_templates (team_id, name, number);

alter table follow_ups add column kind text not null default 'Reminder';
alter table follow_ups add column placement_id text null references placements (id);
alter table follow_ups add column step_key text null;
-- The day that the step counts from, and which time of the step it is.
alter table follow_ups add column anchored_on text null;
alter table follow_ups add column occurrence integer null;
alter table follow_ups add column opens_on text null;
alter table follow_ups add column in_person integer not null default 0;
alter table follow_ups add column snoozed_times integer not null default 0;

update follow_ups set kind = 'Promise' where visit_id is not null;

create unique index ux_follow_ups_step on follow_ups (placement_id, step_key, anchored_on, occurrence) where placement_id is not null;
create index ix_follow_ups_team on follow_ups (team_id, due_on) where state = 'Open';

create table follow_up_comments (
  id text not null primary key,
  follow_up_id text not null references follow_ups (id) on delete cascade,
  specialist_id text not null references specialists (id),
  text text not null,
  written_at text not null
) strict;

create index ix_follow_up_comments_follow_up on follow_up_comments (follow_up_id, written_at);
