-- What the care team was told, in the words that were shared, and that they said something back.
create table care_team_updates (
  id uniqueidentifier not null constraint pk_care_team_updates primary key nonclustered,
  client_id uniqueidentifier not null constraint fk_care_team_updates_client references clients (id),
  team_id uniqueidentifier not null constraint fk_care_team_updates_team references teams (id),
  follow_up_id uniqueidentifier null,
  text nvarchar(4000) not null,
  shared_with nvarchar(200) not null,
  shared_on date not null,
  recorded_by_id uniqueidentifier not null constraint fk_care_team_updates_recorded_by references specialists (id),
  recorded_at datetime2(3) not null,
  version int not null
);

create clustered index cx_care_team_updates on care_team_updates (client_id, shared_on);

create table liaison_contacts (
  id uniqueidentifier not null constraint pk_liaison_contacts primary key nonclustered,
  client_id uniqueidentifier not null constraint fk_liaison_contacts_client references clients (id),
  team_id uniqueidentifier not null constraint fk_liaison_contacts_team references teams (id),
  contacted_on date not null,
  way nvarchar(20) not null,
  with_whom nvarchar(200) not null,
  about_work nvarchar(4000) null,
  recorded_by_id uniqueidentifier not null constraint fk_liaison_contacts_recorded_by references specialists (id),
  recorded_at datetime2(3) not null,
  version int not null
);

create clustered index cx_liaison_contacts on liaison_contacts (client_id, contacted_on);
