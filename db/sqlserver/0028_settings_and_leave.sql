-- What people have chosen for themselves, and when they are away. Who has chosen nothing has no row.
create table person_settings (
  specialist_id uniqueidentifier not null constraint pk_person_settings primary key nonclustered constraint fk_person_settings_specialist references specialists (id),
  digest_at time(0) not null,
  time_zone nvarchar(60) not null,
  working_days nvarchar(60) not null,
  quiet_from time(0) not null,
  quiet_until time(0) not null,
  language nvarchar(10) null,
  count_on_cards bit not null,
  wrap_up bit not null,
  all_clear bit not null,
  lead_summary bit not null,
  digest_asked_at datetime2(3) null,
  version int not null
);

create clustered index cx_person_settings on person_settings (specialist_id);

create table leave_periods (
  id uniqueidentifier not null constraint pk_leave_periods primary key nonclustered,
  specialist_id uniqueidentifier not null constraint fk_leave_periods_specialist references specialists (id),
  first_day date not null,
  last_day date not null,
  cover_id uniqueidentifier null constraint fk_leave_periods_cover references specialists (id),
  version int not null
);

create clustered index cx_leave_periods on leave_periods (specialist_id, last_day);
create index ix_leave_periods_cover on leave_periods (cover_id, last_day) where cover_id is not null;

-- Asked for at every turn, so remembered like the rest of the directory.
exec(N'create trigger tr_person_settings on person_settings after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
