-- What a job is, where it was said; null is not said. Hours are kept in minutes a week.
alter table placements add contact_id uniqueidentifier null constraint fk_placements_contact references contacts (id);
alter table placements add soc_major_group int null;
alter table placements add minutes_a_week int null;
alter table placements add at_least_minimum_wage bit null;
alter table placements add permanent bit null;
alter table placements add competitive bit null;
alter table placements add preferences_met bit null;
alter table placements add template_id uniqueidentifier null;
-- The day on which the service heard that the job ended.
alter table placements add end_heard_on date null;

-- In batches of their own, hence exec: the columns are not there yet when this batch is read.
exec(N'create index ix_placements_contact on placements (contact_id) where contact_id is not null');

create table placement_changes (
  id uniqueidentifier not null constraint pk_placement_changes primary key nonclustered,
  placement_id uniqueidentifier not null constraint fk_placement_changes_placement references placements (id),
  changed_on date not null,
  job_title nvarchar(200) null,
  minutes_a_week int null,
  recorded_by_id uniqueidentifier not null constraint fk_placement_changes_recorded_by references specialists (id),
  recorded_at datetime2(3) not null,
  version int not null
);

create clustered index cx_placement_changes on placement_changes (placement_id, changed_on);

-- A team's own schedule; a change is a new row, so that what was begun under the one before goes on as it was.
create table schedule_templates (
  id uniqueidentifier not null constraint pk_schedule_templates primary key nonclustered,
  team_id uniqueidentifier not null constraint fk_schedule_templates_team references teams (id),
  name nvarchar(200) not null,
  number int not null,
  steps nvarchar(max) not null,
  saved_by_id uniqueidentifier not null constraint fk_schedule_templates_saved_by references specialists (id),
  saved_at datetime2(3) not null
);

create unique clustered index ux_schedule_templates_number on schedule_templates (team_id, name, number);

alter table follow_ups add kind nvarchar(30) not null constraint df_follow_ups_kind default N'Reminder';
alter table follow_ups add placement_id uniqueidentifier null constraint fk_follow_ups_placement references placements (id);
alter table follow_ups add step_key nvarchar(60) null;
-- The day that the step counts from, and which time of the step it is.
alter table follow_ups add anchored_on date null;
alter table follow_ups add occurrence int null;
alter table follow_ups add opens_on date null;
alter table follow_ups add in_person bit not null constraint df_follow_ups_in_person default 0;
alter table follow_ups add snoozed_times int not null constraint df_follow_ups_snoozed_times default 0;

exec(N'update follow_ups set kind = N''Promise'' where visit_id is not null');
exec(N'create unique index ux_follow_ups_step on follow_ups (placement_id, step_key, anchored_on, occurrence) where placement_id is not null');
create index ix_follow_ups_team on follow_ups (team_id, due_on) where state = N'Open';

create table follow_up_comments (
  id uniqueidentifier not null constraint pk_follow_up_comments primary key nonclustered,
  follow_up_id uniqueidentifier not null constraint fk_follow_up_comments_follow_up references follow_ups (id) on delete cascade,
  specialist_id uniqueidentifier not null constraint fk_follow_up_comments_specialist references specialists (id),
  text nvarchar(4000) not null,
  written_at datetime2(3) not null
);

create clustered index cx_follow_up_comments on follow_up_comments (follow_up_id, written_at);
