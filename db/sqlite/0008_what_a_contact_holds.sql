alter table visits add column purpose text not null default 'FollowUp';
alter table visits add column purpose_assumed integer not null default 1;
alter table visits add column reached text not null default 'OtherStaff';
alter table visits add column reached_assumed integer not null default 1;
alter table visits add column client_present integer not null default 0;
alter table visits add column client_present_assumed integer not null default 1;
alter table visits add column client_specific integer not null default 0;
alter table visits add column client_specific_assumed integer not null default 1;
alter table visits add column matches_preferences integer null;
alter table visits add column cancelled_because text null;
alter table visits add column nothing_next integer not null default 0;

create index ix_visits_planned on visits (specialist_id, visited_on) where state = 'Planned';

-- What counts towards a week (fidelity item 17), with anybody reached and with decision-makers only.
alter table weekly_counts add column counted integer not null default 0;
alter table weekly_counts add column to_confirm integer not null default 0;
alter table weekly_counts add column client_specific integer not null default 0;
alter table weekly_counts add column decision_makers integer not null default 0;
alter table weekly_counts add column decision_makers_to_confirm integer not null default 0;
alter table weekly_counts add column decision_makers_client_specific integer not null default 0;
