-- A person is reached in their own chat with the bot only; that somebody spoke to it in a group does not make them reachable.
alter table conversations add column is_personal integer not null default 1;
