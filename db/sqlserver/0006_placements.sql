create table placements (
  id uniqueidentifier not null constraint pk_placements primary key nonclustered,
  client_id uniqueidentifier not null constraint fk_placements_client references clients (id),
  employer_id uniqueidentifier not null constraint fk_placements_employer references employers (id),
  specialist_id uniqueidentifier not null constraint fk_placements_specialist references specialists (id),
  team_id uniqueidentifier not null constraint fk_placements_team references teams (id),
  job_title nvarchar(200) null,
  starts_on date not null,
  recorded_at datetime2(3) not null,
  version int not null
);

create clustered index cx_placements on placements (client_id, starts_on);
create unique index ux_placements_start on placements (client_id, employer_id, starts_on);
create index ix_placements_employer on placements (employer_id);
create index ix_placements_team on placements (team_id, starts_on);
