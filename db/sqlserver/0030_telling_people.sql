-- Who is to be told what is looked for every few minutes, for everybody at once.
create index ix_outbox_told on outbox (kind, for_day, recipient_id);
create index ix_outbox_about on outbox (subject_id, kind, for_day) where subject_id is not null;
create index ix_visits_planned_on on visits (visited_on, visited_at) where state = N'Planned';
