-- The visit or client contact that did a step of a schedule, so that the step is owed again when that contact turns out otherwise.
alter table follow_ups add done_through_id uniqueidentifier null;

-- In a batch of its own, hence exec: the column is not there yet when this batch is read.
exec(N'create index ix_follow_ups_done_through on follow_ups (done_through_id) where done_through_id is not null');
