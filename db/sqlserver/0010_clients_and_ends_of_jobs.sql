alter table clients add closed_on date null;
alter table clients add closing_reason nvarchar(40) null;
-- The version before adds clients without one.
alter table clients add version int not null constraint df_clients_version default 1;

-- No row ever leaves: a reference may stand in a clinical record, so nobody else gets it.
create table issued_references (
  reference nvarchar(20) collate Latin1_General_100_BIN2 not null constraint pk_issued_references primary key clustered,
  issued_at datetime2(3) not null
);

-- The day and the way; what was said belongs into the clinical record.
create table client_contacts (
  id uniqueidentifier not null constraint pk_client_contacts primary key nonclustered,
  client_id uniqueidentifier not null constraint fk_client_contacts_client references clients (id),
  specialist_id uniqueidentifier not null constraint fk_client_contacts_specialist references specialists (id),
  team_id uniqueidentifier not null constraint fk_client_contacts_team references teams (id),
  contacted_on date not null,
  way nvarchar(20) not null,
  logged_at datetime2(3) not null,
  version int not null
);

create clustered index cx_client_contacts on client_contacts (client_id, contacted_on);
create unique index ux_client_contacts_same on client_contacts (client_id, contacted_on, specialist_id, way);
create index ix_client_contacts_specialist on client_contacts (specialist_id, contacted_on);

alter table placements add ends_on date null;
alter table placements add end_reason nvarchar(40) null;
