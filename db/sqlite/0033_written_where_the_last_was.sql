-- Ids of messages rise, those of conversations do not: by conversation first, each card that was sent had a page of its own to write.
create table sent_cards_again (
  conversation_id text not null,
  activity_id text not null,
  specialist_id text not null references specialists (id),
  kind text not null,
  subject_id text null,
  sent_at text not null,
  receipt_lease text null,
  receipt_lease_until text null,
  receipt_at text null,
  primary key (activity_id, conversation_id)
) strict;

insert into sent_cards_again (conversation_id, activity_id, specialist_id, kind, subject_id, sent_at, receipt_lease, receipt_lease_until, receipt_at)
select conversation_id, activity_id, specialist_id, kind, subject_id, sent_at, receipt_lease, receipt_lease_until, receipt_at
from sent_cards;

drop table sent_cards;
alter table sent_cards_again rename to sent_cards;

create index ix_sent_cards_subject on sent_cards (subject_id, sent_at) where subject_id is not null;
create index ix_sent_cards_sent on sent_cards (sent_at);
create index ix_sent_cards_without_receipt on sent_cards (sent_at) where receipt_at is null;
create index ix_sent_cards_receipt_lease on sent_cards (receipt_lease) where receipt_lease is not null;

-- What was done is looked for by what it was done to, never by when.
drop index ix_audit_entries_at;
