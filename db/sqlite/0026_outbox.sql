-- What is to be sent: kind and ids, never text.
create table outbox (
  id text not null primary key,
  channel text not null,
  kind text not null,
  recipient_id text not null references specialists (id),
  team_id text null,
  subject_id text null,
  client_id text null,
  employer_id text null,
  for_day text null,
  idempotency_key text not null,
  created_at text not null,
  not_before text not null,
  expires_at text not null,
  state text not null,
  attempts integer not null,
  lease text null,
  lease_until text null,
  reason text null,
  ended_at text null,
  version integer not null
) strict;

create unique index ux_outbox_key on outbox (idempotency_key);
create index ix_outbox_waiting on outbox (channel, not_before) where state = 'Waiting';
create index ix_outbox_expiring on outbox (expires_at) where state = 'Waiting';
create index ix_outbox_sending on outbox (lease_until) where state = 'Sending';
create index ix_outbox_lease on outbox (lease) where lease is not null;
create index ix_outbox_state on outbox (state, ended_at);
create index ix_outbox_subject on outbox (subject_id) where state = 'Waiting';
create index ix_outbox_client on outbox (client_id) where state = 'Waiting';
create index ix_outbox_employer on outbox (employer_id) where state = 'Waiting';
create index ix_outbox_recipient on outbox (recipient_id, state);

-- A row here stops the channel, on all nodes.
create table outbox_stops (
  channel text not null primary key,
  stopped_at text not null,
  stopped_by_id text not null references specialists (id)
) strict;

-- A day later a card of ours becomes a line that says what it was.
alter table sent_cards add column receipt_lease text null;
alter table sent_cards add column receipt_lease_until text null;
alter table sent_cards add column receipt_at text null;

create index ix_sent_cards_without_receipt on sent_cards (sent_at) where receipt_at is null;
create index ix_sent_cards_receipt_lease on sent_cards (receipt_lease) where receipt_lease is not null;
