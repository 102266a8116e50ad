-- Ids of messages rise, those of conversations do not: by conversation first, each card that was sent had a page of its own to write.
alter table sent_cards drop constraint pk_sent_cards;
alter table sent_cards add constraint pk_sent_cards primary key nonclustered (activity_id, conversation_id);

-- What was done is looked for by what it was done to, never by when.
drop index ix_audit_entries_at on audit_entries;
