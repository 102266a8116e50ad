create table audit_entries (
  id text not null primary key,
  at text not null,
  specialist_id text null references specialists (id),
  via text not null,
  action text not null,
  record_kind text not null,
  record_id text not null
) strict;

create index ix_audit_entries_record on audit_entries (record_id, at);
create index ix_audit_entries_at on audit_entries (at);

-- Apart from the entries, so that values can be erased while the entry stays.
create table audit_values (
  audit_id text not null references audit_entries (id),
  field text not null,
  old_value text null,
  new_value text null,
  primary key (audit_id, field)
) strict;

create table undo_steps (
  id text not null primary key,
  specialist_id text not null references specialists (id),
  kind text not null,
  subject_id text not null,
  rows text not null,
  created_at text not null,
  undone_at text null
) strict;

create index ix_undo_steps_open on undo_steps (specialist_id, created_at) where undone_at is null;
create index ix_undo_steps_subject on undo_steps (subject_id, created_at) where undone_at is null;
