create table audit_entries (
  id uniqueidentifier not null constraint pk_audit_entries primary key nonclustered,
  at datetime2(3) not null,
  specialist_id uniqueidentifier null constraint fk_audit_entries_specialist references specialists (id),
  via nvarchar(20) not null,
  action nvarchar(60) not null,
  record_kind nvarchar(60) not null,
  record_id uniqueidentifier not null
);

create clustered index cx_audit_entries on audit_entries (record_id, at);
create index ix_audit_entries_at on audit_entries (at);

-- Apart from the entries, so that values can be erased while the entry stays.
create table audit_values (
  audit_id uniqueidentifier not null constraint fk_audit_values_audit references audit_entries (id),
  field nvarchar(100) collate Latin1_General_100_BIN2 not null,
  old_value nvarchar(max) null,
  new_value nvarchar(max) null,
  constraint pk_audit_values primary key clustered (audit_id, field)
);

create table undo_steps (
  id uniqueidentifier not null constraint pk_undo_steps primary key nonclustered,
  specialist_id uniqueidentifier not null constraint fk_undo_steps_specialist references specialists (id),
  kind nvarchar(40) not null,
  subject_id uniqueidentifier not null,
  rows nvarchar(max) not null,
  created_at datetime2(3) not null,
  undone_at datetime2(3) null
);

create clustered index cx_undo_steps on undo_steps (specialist_id, created_at);
create index ix_undo_steps_open on undo_steps (specialist_id, created_at) where undone_at is null;
create index ix_undo_steps_subject on undo_steps (subject_id, created_at) where undone_at is null;
