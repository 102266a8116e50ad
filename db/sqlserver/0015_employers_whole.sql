-- Lists (trading names, tags) hold one entry a line. What is looked for among them stands in employer_keys.
alter table employers add trading_names nvarchar(2500) null;
alter table employers add branch_of_id uniqueidentifier null constraint fk_employers_branch_of references employers (id);
alter table employers add sic_section nvarchar(1) null;
alter table employers add sic_division nvarchar(2) null;
alter table employers add size_band nvarchar(20) null;
alter table employers add legal_form nvarchar(40) null;
alter table employers add company_number nvarchar(8) null;
alter table employers add address nvarchar(400) null;
alter table employers add postcode nvarchar(10) null;
alter table employers add website nvarchar(400) null;
alter table employers add tags nvarchar(1000) null;
alter table employers add disability_confident_level int null;
alter table employers add disability_confident_ends_on date null;
alter table employers add source nvarchar(200) null;
alter table employers add needs nvarchar(4000) null;
alter table employers add needs_recorded_on date null;
alter table employers add notes nvarchar(4000) null;
alter table employers add do_not_approach_since date null;
alter table employers add archived_on date null;

-- In a batch of its own, hence exec: the column is not there yet when this batch is read.
exec(N'create index ix_employers_branch_of on employers (branch_of_id) where branch_of_id is not null');

alter table contacts add email nvarchar(320) null;
alter table contacts add phone nvarchar(20) null;
alter table contacts add phone_extension nvarchar(10) null;
alter table contacts add preferred_channel nvarchar(20) null;
alter table contacts add best_time nvarchar(200) null;
alter table contacts add lawful_basis nvarchar(40) null;
alter table contacts add told_on date null;
alter table contacts add objected_on date null;
alter table contacts add objection_scope nvarchar(20) null;
alter table contacts add left_on date null;

create table openings (
  id uniqueidentifier not null constraint pk_openings primary key nonclustered,
  employer_id uniqueidentifier not null constraint fk_openings_employer references employers (id),
  team_id uniqueidentifier not null constraint fk_openings_team references teams (id),
  job nvarchar(200) not null,
  job_type nvarchar(200) null,
  hours nvarchar(200) null,
  starts_on date null,
  closes_on date not null,
  said_by_id uniqueidentifier null constraint fk_openings_said_by references contacts (id),
  recorded_by_id uniqueidentifier not null constraint fk_openings_recorded_by references specialists (id),
  recorded_at datetime2(3) not null,
  closed_on date null,
  version int not null
);

create clustered index cx_openings on openings (employer_id, closes_on);
create index ix_openings_live on openings (team_id, closes_on) where closed_on is null;
create index ix_openings_said_by on openings (said_by_id) where said_by_id is not null;
