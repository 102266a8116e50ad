-- Views of lists that a person keeps: what stands in the address, by a name of theirs.
create table saved_views (
  id uniqueidentifier not null constraint pk_saved_views primary key nonclustered,
  specialist_id uniqueidentifier not null constraint fk_saved_views_specialist references specialists (id),
  name nvarchar(100) not null,
  name_key nvarchar(100) not null,
  address nvarchar(1000) not null,
  saved_at datetime2(3) not null
);

create unique clustered index cx_saved_views_specialist on saved_views (specialist_id, name_key);
