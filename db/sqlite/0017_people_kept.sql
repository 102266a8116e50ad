-- People and teams are edited by admins; and sessions of the pages that were signed out of, until they would have ended by themselves.
alter table specialists add column version integer not null default 1;
alter table teams add column version integer not null default 1;

create table ended_sessions (
  id text not null primary key,
  forget_at text not null
) strict;

create index ix_ended_sessions_forget_at on ended_sessions (forget_at);
