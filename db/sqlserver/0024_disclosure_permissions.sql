-- What may be said of a client to one employer. One that is revoked or replaced stays as record.
create table disclosure_permissions (
  id uniqueidentifier not null constraint pk_disclosure_permissions primary key nonclustered,
  client_id uniqueidentifier not null constraint fk_disclosure_permissions_client references clients (id),
  employer_id uniqueidentifier not null constraint fk_disclosure_permissions_employer references employers (id),
  team_id uniqueidentifier not null constraint fk_disclosure_permissions_team references teams (id),
  level nvarchar(30) not null,
  who_may_be_told nvarchar(400) null,
  how nvarchar(400) null,
  wording nvarchar(4000) null,
  adjustments nvarchar(4000) null,
  consent_given nvarchar(20) null,
  given_on date not null,
  revisit_on date null,
  not_a_condition bit null,
  pros_and_cons bit null,
  wording_agreed bit null,
  revisited_on date null,
  recorded_by_id uniqueidentifier not null constraint fk_disclosure_permissions_recorded_by references specialists (id),
  recorded_at datetime2(3) not null,
  ended_on date null,
  ended_as nvarchar(20) null,
  ended_by_id uniqueidentifier null constraint fk_disclosure_permissions_ended_by references specialists (id),
  version int not null
);

create clustered index cx_disclosure_permissions on disclosure_permissions (client_id, recorded_at);
create unique index ux_disclosure_permissions_live on disclosure_permissions (client_id, employer_id) where ended_on is null;
create index ix_disclosure_permissions_employer on disclosure_permissions (employer_id, team_id);
