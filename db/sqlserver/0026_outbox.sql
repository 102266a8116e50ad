-- What is to be sent: kind and ids, never text.
create table outbox (
  id uniqueidentifier not null constraint pk_outbox primary key nonclustered,
  channel nvarchar(20) not null,
  kind nvarchar(40) not null,
  recipient_id uniqueidentifier not null constraint fk_outbox_recipient references specialists (id),
  team_id uniqueidentifier null,
  subject_id uniqueidentifier null,
  client_id uniqueidentifier null,
  employer_id uniqueidentifier null,
  for_day date null,
  idempotency_key nvarchar(200) collate Latin1_General_100_BIN2 not null,
  created_at datetime2(3) not null,
  not_before datetime2(3) not null,
  expires_at datetime2(3) not null,
  state nvarchar(20) not null,
  attempts int not null,
  lease uniqueidentifier null,
  lease_until datetime2(3) null,
  reason nvarchar(200) null,
  ended_at datetime2(3) null,
  version int not null
);

create clustered index cx_outbox on outbox (created_at);
create unique index ux_outbox_key on outbox (idempotency_key);
create index ix_outbox_waiting on outbox (channel, not_before) include (lease_until, expires_at) where state = N'Waiting';
create index ix_outbox_expiring on outbox (expires_at) where state = N'Waiting';
create index ix_outbox_sending on outbox (lease_until) where state = N'Sending';
create index ix_outbox_lease on outbox (lease) where lease is not null;
create index ix_outbox_state on outbox (state, ended_at);
create index ix_outbox_subject on outbox (subject_id) where state = N'Waiting';
create index ix_outbox_client on outbox (client_id) where state = N'Waiting';
create index ix_outbox_employer on outbox (employer_id) where state = N'Waiting';
create index ix_outbox_recipient on outbox (recipient_id, state);

-- A row here stops the channel, on all nodes.
create table outbox_stops (
  channel nvarchar(20) not null constraint pk_outbox_stops primary key clustered,
  stopped_at datetime2(3) not null,
  stopped_by_id uniqueidentifier not null constraint fk_outbox_stops_stopped_by references specialists (id)
);

-- A day later a card of ours becomes a line that says what it was.
alter table sent_cards add receipt_lease uniqueidentifier null;
alter table sent_cards add receipt_lease_until datetime2(3) null;
alter table sent_cards add receipt_at datetime2(3) null;

exec(N'create index ix_sent_cards_without_receipt on sent_cards (sent_at) where receipt_at is null');
exec(N'create index ix_sent_cards_receipt_lease on sent_cards (receipt_lease) where receipt_lease is not null');
