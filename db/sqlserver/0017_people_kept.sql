-- People and teams are edited by admins; and sessions of the pages that were signed out of, until they would have ended by themselves.
alter table specialists add version int not null constraint df_specialists_version default 1;
alter table teams add version int not null constraint df_teams_version default 1;

create table ended_sessions (
  id uniqueidentifier not null constraint pk_ended_sessions primary key nonclustered,
  forget_at datetime2(3) not null
);

create clustered index cx_ended_sessions on ended_sessions (forget_at);
