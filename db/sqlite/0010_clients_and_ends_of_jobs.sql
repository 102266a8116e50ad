alter table clients add column closed_on text null;
alter table clients add column closing_reason text null;
-- The version before adds clients without one.
alter table clients add column version integer not null default 1;

-- No row ever leaves: a reference may stand in a clinical record, so nobody else gets it.
create table issued_references (
  reference text not null primary key,
  issued_at text not null
) strict, without rowid;

-- The day and the way; what was said belongs into the clinical record.
create table client_contacts (
  id text not null primary key,
  client_id text not null references clients (id),
  specialist_id text not null references specialists (id),
  team_id text not null references teams (id),
  contacted_on text not null,
  way text not null,
  logged_at text not null,
  version integer not null
) strict;

create unique index ux_client_contacts_same on client_contacts (client_id, contacted_on, specialist_id, way);
create index ix_client_contacts_specialist on client_contacts (specialist_id, contacted_on);

alter table placements add column ends_on text null;
alter table placements add column end_reason text null;
