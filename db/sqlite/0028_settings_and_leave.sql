-- What people have chosen for themselves, and when they are away. Who has chosen nothing has no row.
create table person_settings (
  specialist_id text not null primary key references specialists (id),
  digest_at text not null,
  time_zone text not null,
  working_days text not null,
  quiet_from text not null,
  quiet_until text not null,
  language text null,
  count_on_cards integer not null,
  wrap_up integer not null,
  all_clear integer not null,
  lead_summary integer not null,
  digest_asked_at text null,
  version integer not null
) strict;

create table leave_periods (
  id text not null primary key,
  specialist_id text not null references specialists (id),
  first_day text not null,
  last_day text not null,
  cover_id text null references specialists (id),
  version integer not null
) strict;

create index ix_leave_periods_specialist on leave_periods (specialist_id, last_day);
create index ix_leave_periods_cover on leave_periods (cover_id, last_day) where cover_id is not null;

-- Asked for at every turn, so remembered like the rest of the directory.
create trigger tr_person_settings_insert after insert on person_settings begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_person_settings_update after update on person_settings begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_person_settings_delete after delete on person_settings begin update directory_version set version = version + 1 where id = 1; end;
