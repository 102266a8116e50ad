-- The day on which a client and their specialist last decided that support in work is no longer needed.
alter table clients add stepped_down_on date null;
