-- An answer of which nobody knows whether it arrived is not sent again unasked; at the person's next message it is offered.
alter table received_activities add column in_doubt_at text null;
alter table conversations add column in_doubt_at text null;

create index ix_received_activities_in_doubt on received_activities (specialist_id, received_at) where in_doubt_at is not null;
