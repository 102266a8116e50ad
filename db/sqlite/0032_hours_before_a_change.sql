-- The hours a job had until they changed: without them nobody could tell how many weeks somebody worked how much. Null is not known.
alter table placement_changes add column minutes_before integer null;
