-- Lists (trading names, tags) hold one entry a line. What is looked for among them stands in employer_keys.
alter table employers add column trading_names text null;
alter table employers add column branch_of_id text null references employers (id);
alter table employers add column sic_section text null;
alter table employers add column sic_division text null;
alter table employers add column size_band text null;
alter table employers add column legal_form text null;
alter table employers add column company_number text null;
alter table employers add column address text null;
alter table employers add column postcode text null;
alter table employers add column website text null;
alter table employers add column tags text null;
alter table employers add column disability_confident_level integer null;
alter table employers add column disability_confident_ends_on text null;
alter table employers add column source text null;
alter table employers add column needs text null;
alter table employers add column needs_recorded_on text null;
alter table employers add column notes text null;
alter table employers add column do_not_approach_since text null;
alter table employers add column archived_on text null;

create index ix_employers_branch_of on employers (branch_of_id) where branch_of_id is not null;

alter table contacts add column email text null;
alter table contacts add column phone text null;
alter table contacts add column phone_extension text null;
alter table contacts add column preferred_channel text null;
alter table contacts add column best_time text null;
alter table contacts add column lawful_basis text null;
alter table contacts add column told_on text null;
alter table contacts add column objected_on text null;
alter table contacts add column objection_scope text null;
alter table contacts add column left_on text null;

create table openings (
  id text not null primary key,
  employer_id text not null references employers (id),
  team_id text not null references teams (id),
  job text not null,
  job_type text null,
  hours text null,
  starts_on text null,
  closes_on text not null,
  said_by_id text null references contacts (id),
  recorded_by_id text not null references specialists (id),
  recorded_at text not null,
  closed_on text null,
  version integer not null
) strict;

create index ix_openings_employer on openings (employer_id, closes_on);
create index ix_openings_live on openings (team_id, closes_on) where closed_on is null;
create index ix_openings_said_by on openings (said_by_id) where said_by_id is not null;
