-- What runs by the clock: one row for each moment of a job, won by the node that adds it; and the jobs that somebody has paused.
create table job_runs (
  id text not null primary key,
  job text not null,
  due_at text not null,
  state text not null,
  lease text not null,
  lease_until text not null,
  attempts integer not null,
  started_at text not null,
  ended_at text null,
  found_count integer not null,
  done_count integer not null,
  failure text null,
  reference text null,
  asked_by_id text null references specialists (id)
) strict;

create unique index ux_job_runs_moment on job_runs (job, due_at);

create index ix_job_runs_unfinished on job_runs (due_at) where ended_at is null;

create table job_pauses (
  id text not null primary key,
  job text not null,
  paused_at text not null,
  paused_by_id text null references specialists (id)
) strict;

create unique index ux_job_pauses_job on job_pauses (job);
