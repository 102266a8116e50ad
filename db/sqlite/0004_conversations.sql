create table conversations (
  channel_id text not null,
  conversation_id text not null,
  specialist_id text not null references specialists (id),
  reference text not null,
  state text not null,
  dead_reason text null,
  welcomed_at text null,
  updated_at text not null,
  primary key (channel_id, conversation_id)
) strict;

create index ix_conversations_specialist on conversations (specialist_id);

create table received_activities (
  activity_key text not null primary key,
  specialist_id text not null references specialists (id),
  received_at text not null,
  answer text not null,
  lease_until text not null,
  lease text null,
  delivered_at text null,
  attempts integer not null
) strict;

create index ix_received_activities_undelivered on received_activities (received_at, lease_until) where delivered_at is null;
create index ix_received_activities_lease on received_activities (lease) where lease is not null;
create index ix_received_activities_received on received_activities (received_at);

create table drafts (
  id text not null primary key,
  specialist_id text not null references specialists (id),
  text text not null,
  typed_at text not null,
  question text not null,
  answers text not null,
  expires_at text not null,
  version integer not null
) strict;

create index ix_drafts_specialist on drafts (specialist_id, typed_at);
create index ix_drafts_expires on drafts (expires_at);

create table shown_lists (
  specialist_id text not null primary key references specialists (id),
  shown_at text not null,
  item_ids text not null
) strict;

create table sent_cards (
  conversation_id text not null,
  activity_id text not null,
  specialist_id text not null references specialists (id),
  kind text not null,
  subject_id text null,
  sent_at text not null,
  primary key (conversation_id, activity_id)
) strict;

create index ix_sent_cards_subject on sent_cards (subject_id, sent_at) where subject_id is not null;
create index ix_sent_cards_sent on sent_cards (sent_at);
