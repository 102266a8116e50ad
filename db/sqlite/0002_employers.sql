create table employers (
  id text not null primary key,
  name text not null,
  name_key text not null,
  town text null,
  town_key text null,
  sector text null,
  team_id text not null references teams (id),
  owner_id text null references specialists (id),
  created_at text not null,
  version integer not null
) strict;

create index ix_employers_team on employers (team_id, name_key);
create index ix_employers_owner on employers (owner_id) where owner_id is not null;

create table employer_keys (
  key text not null,
  employer_id text not null references employers (id) on delete cascade,
  primary key (key, employer_id)
) strict, without rowid;

create index ix_employer_keys_employer on employer_keys (employer_id, key);

-- How many employers hold a key: the rarest are looked up first, without counting.
create table employer_key_counts (
  key text not null primary key,
  employers integer not null
) strict, without rowid;

create table contacts (
  id text not null primary key,
  employer_id text not null references employers (id),
  name text not null,
  name_key text not null,
  role text null,
  version integer not null
) strict;

create index ix_contacts_employer on contacts (employer_id, name_key);

-- Derived from visits: no version, updated in the turn, proved equal by rebuild.
create table employer_activity (
  employer_id text not null references employers (id),
  specialist_id text not null references specialists (id),
  contacts integer not null,
  visits integer not null,
  first_on text not null,
  last_on text not null,
  primary key (employer_id, specialist_id)
) strict, without rowid;

create index ix_employer_activity_specialist on employer_activity (specialist_id, last_on);
