alter table visits add purpose nvarchar(20) not null constraint df_visits_purpose default N'FollowUp';
alter table visits add purpose_assumed bit not null constraint df_visits_purpose_assumed default 1;
alter table visits add reached nvarchar(20) not null constraint df_visits_reached default N'OtherStaff';
alter table visits add reached_assumed bit not null constraint df_visits_reached_assumed default 1;
alter table visits add client_present bit not null constraint df_visits_client_present default 0;
alter table visits add client_present_assumed bit not null constraint df_visits_client_present_assumed default 1;
alter table visits add client_specific bit not null constraint df_visits_client_specific default 0;
alter table visits add client_specific_assumed bit not null constraint df_visits_client_specific_assumed default 1;
alter table visits add matches_preferences bit null;
alter table visits add cancelled_because nvarchar(max) null;
alter table visits add nothing_next bit not null constraint df_visits_nothing_next default 0;

create index ix_visits_planned on visits (specialist_id, visited_on) where state = N'Planned';

-- What counts towards a week (fidelity item 17), with anybody reached and with decision-makers only.
alter table weekly_counts add counted int not null constraint df_weekly_counts_counted default 0;
alter table weekly_counts add to_confirm int not null constraint df_weekly_counts_to_confirm default 0;
alter table weekly_counts add client_specific int not null constraint df_weekly_counts_client_specific default 0;
alter table weekly_counts add decision_makers int not null constraint df_weekly_counts_decision_makers default 0;
alter table weekly_counts add decision_makers_to_confirm int not null constraint df_weekly_counts_decision_makers_to_confirm default 0;
alter table weekly_counts add decision_makers_client_specific int not null constraint df_weekly_counts_decision_makers_client_specific default 0;
