-- The day on which a client and their specialist last decided that support in work is no longer needed.
alter table clients add column stepped_down_on text null;
