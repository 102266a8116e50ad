-- Views of lists that a person keeps: what stands in the address, by a name of theirs.
create table saved_views (
  id text not null primary key,
  specialist_id text not null references specialists (id),
  name text not null,
  name_key text not null,
  address text not null,
  saved_at text not null,
  unique (specialist_id, name_key)
) strict;
