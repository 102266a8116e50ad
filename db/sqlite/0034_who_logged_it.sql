-- Whether somebody has just logged the same is asked before every visit: what others logged at the employer is passed over without looking at their visits.
drop index ix_visits_history;
create index ix_visits_history on visits (employer_id, visited_on, logged_at, specialist_id);
