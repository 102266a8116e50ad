-- A person is reached in their own chat with the bot only; that somebody spoke to it in a group does not make them reachable.
alter table conversations add is_personal bit not null constraint df_conversations_is_personal default 1;
