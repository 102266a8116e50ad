-- An answer's row is wide and its mark was written into it: every answer was written twice. What is still to be delivered, or in doubt, now has a narrow
-- row here, gone once the answer is out, and numbered as they came, for many come in one millisecond; `received_activities.delivered_at` says only that the answer is not the version before's to deliver.
create table owed_answers (
  number bigint identity(1, 1) not null constraint pk_owed_answers primary key clustered,
  activity_key nvarchar(800) collate Latin1_General_100_BIN2 not null constraint ux_owed_answers_activity_key unique nonclustered,
  specialist_id uniqueidentifier not null constraint fk_owed_answers_specialist references specialists (id),
  received_at datetime2(3) not null,
  lease_until datetime2(3) not null,
  lease uniqueidentifier null,
  in_doubt_at datetime2(3) null,
  attempts int not null
);

-- The clustered index holds a person's steps in order, and an employer's visits are found by its history.
drop index ix_undo_steps_open on undo_steps;
drop index ix_visits_employer on visits;
