create table employers (
  id uniqueidentifier not null constraint pk_employers primary key nonclustered,
  name nvarchar(300) not null,
  name_key nvarchar(300) collate Latin1_General_100_BIN2 not null,
  town nvarchar(200) null,
  town_key nvarchar(300) collate Latin1_General_100_BIN2 null,
  sector nvarchar(200) null,
  team_id uniqueidentifier not null constraint fk_employers_team references teams (id),
  owner_id uniqueidentifier null constraint fk_employers_owner references specialists (id),
  created_at datetime2(3) not null,
  version int not null
);

create clustered index cx_employers on employers (team_id, created_at);
create index ix_employers_team on employers (team_id, name_key);
create index ix_employers_owner on employers (owner_id) where owner_id is not null;

create table employer_keys (
  [key] nvarchar(60) collate Latin1_General_100_BIN2 not null,
  employer_id uniqueidentifier not null constraint fk_employer_keys_employer references employers (id) on delete cascade,
  constraint pk_employer_keys primary key clustered ([key], employer_id)
);

create index ix_employer_keys_employer on employer_keys (employer_id, [key]);

-- How many employers hold a key: the rarest are looked up first, without counting.
create table employer_key_counts (
  [key] nvarchar(60) collate Latin1_General_100_BIN2 not null constraint pk_employer_key_counts primary key clustered,
  employers int not null
);

create table contacts (
  id uniqueidentifier not null constraint pk_contacts primary key nonclustered,
  employer_id uniqueidentifier not null constraint fk_contacts_employer references employers (id),
  name nvarchar(300) not null,
  name_key nvarchar(300) collate Latin1_General_100_BIN2 not null,
  role nvarchar(200) null,
  version int not null
);

create clustered index cx_contacts on contacts (employer_id, name_key);

-- Derived from visits: no version, updated in the turn, proved equal by rebuild.
create table employer_activity (
  employer_id uniqueidentifier not null constraint fk_employer_activity_employer references employers (id),
  specialist_id uniqueidentifier not null constraint fk_employer_activity_specialist references specialists (id),
  contacts int not null,
  visits int not null,
  first_on date not null,
  last_on date not null,
  constraint pk_employer_activity primary key clustered (employer_id, specialist_id)
);

create index ix_employer_activity_specialist on employer_activity (specialist_id, last_on);
