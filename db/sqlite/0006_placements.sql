create table placements (
  id text not null primary key,
  client_id text not null references clients (id),
  employer_id text not null references employers (id),
  specialist_id text not null references specialists (id),
  team_id text not null references teams (id),
  job_title text null,
  starts_on text not null,
  recorded_at text not null,
  version integer not null
) strict;

create unique index ux_placements_start on placements (client_id, employer_id, starts_on);
create index ix_placements_employer on placements (employer_id);
create index ix_placements_team on placements (team_id, starts_on);
