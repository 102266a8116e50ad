-- An answer's row is wide and its mark was written into it: every answer was written twice. What is still to be delivered, or in doubt, now has a narrow
-- row here, gone once the answer is out, and numbered as they came, for many come in one millisecond; `received_activities.delivered_at` says only that the answer is not the version before's to deliver.
create table owed_answers (
  number integer not null primary key,
  activity_key text not null unique,
  specialist_id text not null references specialists (id),
  received_at text not null,
  lease_until text not null,
  lease text null,
  in_doubt_at text null,
  attempts integer not null
) strict;

-- The latest step of a person is looked for among those of a day. By person first, this index had a page of its own to write for every line typed.
drop index ix_undo_steps_open;
create index ix_undo_steps_open on undo_steps (created_at, specialist_id) where undone_at is null;

-- An employer's visits are found by its history.
drop index ix_visits_employer;
