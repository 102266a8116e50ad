-- What may be said of a client to one employer. One that is revoked or replaced stays as record.
create table disclosure_permissions (
  id text not null primary key,
  client_id text not null references clients (id),
  employer_id text not null references employers (id),
  team_id text not null references teams (id),
  level text not null,
  who_may_be_told text null,
  how text null,
  wording text null,
  adjustments text null,
  consent_given text null,
  given_on text not null,
  revisit_on text null,
  not_a_condition integer null,
  pros_and_cons integer null,
  wording_agreed integer null,
  revisited_on text null,
  recorded_by_id text not null references specialists (id),
  recorded_at text not null,
  ended_on text null,
  ended_as text null,
  ended_by_id text null references specialists (id),
  version integer not null
) strict;

create unique index ux_disclosure_permissions_live on disclosure_permissions (client_id, employer_id) where ended_on is null;
create index ix_disclosure_permissions_client on disclosure_permissions (client_id, recorded_at);
create index ix_disclosure_permissions_employer on disclosure_permissions (employer_id, team_id);
