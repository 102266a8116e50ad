-- What the care team was told, in the words that were shared, and that they said something back.
create table care_team_updates (
  id text not null primary key,
  client_id text not null references clients (id),
  team_id text not null references teams (id),
  follow_up_id text null,
  text text not null,
  shared_with text not null,
  shared_on text not null,
  recorded_by_id text not null references specialists (id),
  recorded_at text not null,
  version integer not null
) strict;

create index ix_care_team_updates_client on care_team_updates (client_id, shared_on);

create table liaison_contacts (
  id text not null primary key,
  client_id text not null references clients (id),
  team_id text not null references teams (id),
  contacted_on text not null,
  way text not null,
  with_whom text not null,
  about_work text null,
  recorded_by_id text not null references specialists (id),
  recorded_at text not null,
  version integer not null
) strict;

create index ix_liaison_contacts_client on liaison_contacts (client_id, contacted_on);
