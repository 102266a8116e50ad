create table conversations (
  channel_id nvarchar(50) collate Latin1_General_100_BIN2 not null,
  conversation_id nvarchar(400) collate Latin1_General_100_BIN2 not null,
  specialist_id uniqueidentifier not null constraint fk_conversations_specialist references specialists (id),
  reference nvarchar(max) not null,
  state nvarchar(20) not null,
  dead_reason nvarchar(400) null,
  welcomed_at datetime2(3) null,
  updated_at datetime2(3) not null,
  constraint pk_conversations primary key clustered (channel_id, conversation_id)
);

create index ix_conversations_specialist on conversations (specialist_id);

create table received_activities (
  activity_key nvarchar(800) collate Latin1_General_100_BIN2 not null constraint pk_received_activities primary key nonclustered,
  specialist_id uniqueidentifier not null constraint fk_received_activities_specialist references specialists (id),
  received_at datetime2(3) not null,
  answer nvarchar(max) not null,
  lease_until datetime2(3) not null,
  lease uniqueidentifier null,
  delivered_at datetime2(3) null,
  attempts int not null
);

create clustered index cx_received_activities on received_activities (received_at);
create index ix_received_activities_undelivered on received_activities (received_at, lease_until) where delivered_at is null;
create index ix_received_activities_lease on received_activities (lease) where lease is not null;

create table drafts (
  id uniqueidentifier not null constraint pk_drafts primary key nonclustered,
  specialist_id uniqueidentifier not null constraint fk_drafts_specialist references specialists (id),
  text nvarchar(max) not null,
  typed_at datetime2(3) not null,
  question nvarchar(200) not null,
  answers nvarchar(max) not null,
  expires_at datetime2(3) not null,
  version int not null
);

create clustered index cx_drafts on drafts (specialist_id, typed_at);
create index ix_drafts_expires on drafts (expires_at);

create table shown_lists (
  specialist_id uniqueidentifier not null
    constraint pk_shown_lists primary key clustered
    constraint fk_shown_lists_specialist references specialists (id),
  shown_at datetime2(3) not null,
  item_ids nvarchar(max) not null
);

create table sent_cards (
  conversation_id nvarchar(400) collate Latin1_General_100_BIN2 not null,
  activity_id nvarchar(400) collate Latin1_General_100_BIN2 not null,
  specialist_id uniqueidentifier not null constraint fk_sent_cards_specialist references specialists (id),
  kind nvarchar(40) not null,
  subject_id uniqueidentifier null,
  sent_at datetime2(3) not null,
  constraint pk_sent_cards primary key nonclustered (conversation_id, activity_id)
);

create clustered index cx_sent_cards on sent_cards (sent_at);
create index ix_sent_cards_subject on sent_cards (subject_id, sent_at) where subject_id is not null;
