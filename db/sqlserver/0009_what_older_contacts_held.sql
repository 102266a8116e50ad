-- What a proposal would have assumed when they were logged; all of it stays marked as assumed but what the client link states.
update visits
set client_specific = case when client_id is null then 0 else 1 end,
  client_specific_assumed = case when client_id is null then 1 else 0 end,
  purpose = case
    when exists (select 1 from placements p where p.client_id = visits.client_id and p.employer_id = visits.employer_id and p.starts_on <= visits.visited_on)
      then N'InWorkSupport'
    when not exists (
      select 1 from visits o
      where o.employer_id = visits.employer_id and o.state = N'Held'
        and (o.visited_on < visits.visited_on or (o.visited_on = visits.visited_on and o.logged_at < visits.logged_at)))
      then N'Introduce'
    when client_id is not null then N'PresentCandidate'
    else N'FollowUp'
  end;

update weekly_counts
set counted = (
    select count(*) from visits v
    where v.specialist_id = weekly_counts.specialist_id and v.state = N'Held' and v.channel = N'InPerson' and v.purpose <> N'InWorkSupport'
      and v.visited_on >= weekly_counts.week_start and v.visited_on <= dateadd(day, 6, weekly_counts.week_start)),
  to_confirm = (
    select count(*) from visits v
    where v.specialist_id = weekly_counts.specialist_id and v.state = N'Held' and v.channel = N'InPerson'
      and (v.contact_id is null or v.purpose = N'InWorkSupport')
      and v.visited_on >= weekly_counts.week_start and v.visited_on <= dateadd(day, 6, weekly_counts.week_start)),
  client_specific = (
    select count(*) from visits v
    where v.specialist_id = weekly_counts.specialist_id and v.state = N'Held' and v.channel = N'InPerson' and v.purpose <> N'InWorkSupport' and v.client_specific = 1
      and v.visited_on >= weekly_counts.week_start and v.visited_on <= dateadd(day, 6, weekly_counts.week_start)),
  decision_makers_to_confirm = (
    select count(*) from visits v
    where v.specialist_id = weekly_counts.specialist_id and v.state = N'Held' and v.channel = N'InPerson'
      and v.visited_on >= weekly_counts.week_start and v.visited_on <= dateadd(day, 6, weekly_counts.week_start));
