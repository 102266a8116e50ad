-- What runs by the clock: one row for each moment of a job, won by the node that adds it; and the jobs that somebody has paused.
create table job_runs (
  id uniqueidentifier not null constraint pk_job_runs primary key nonclustered,
  job nvarchar(100) not null,
  due_at datetime2(3) not null,
  state nvarchar(20) not null,
  lease uniqueidentifier not null,
  lease_until datetime2(3) not null,
  attempts int not null,
  started_at datetime2(3) not null,
  ended_at datetime2(3) null,
  found_count int not null,
  done_count int not null,
  failure nvarchar(200) null,
  reference nvarchar(20) null,
  asked_by_id uniqueidentifier null constraint fk_job_runs_asked_by references specialists (id)
);

create unique clustered index ux_job_runs_moment on job_runs (job, due_at);

create index ix_job_runs_unfinished on job_runs (due_at) where ended_at is null;

create table job_pauses (
  id uniqueidentifier not null constraint pk_job_pauses primary key nonclustered,
  job nvarchar(100) not null,
  paused_at datetime2(3) not null,
  paused_by_id uniqueidentifier null constraint fk_job_pauses_paused_by references specialists (id)
);

create unique clustered index ux_job_pauses_job on job_pauses (job);
