-- One row that grows with every change of who may type and of what their lines may name, in the same transaction and whoever makes the change: what a
-- process remembers of them holds for the version that it sees. A migration that makes one of these tables again makes its trigger again too.
create table directory_version (
  id int not null constraint pk_directory_version primary key,
  version bigint not null
);

insert into directory_version (id, version) values (1, 0);

-- A trigger must stand alone in its batch, hence exec.
exec(N'create trigger tr_specialists on specialists after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
exec(N'create trigger tr_clients on clients after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
exec(N'create trigger tr_employers on employers after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
exec(N'create trigger tr_contacts on contacts after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
exec(N'create trigger tr_employer_keys on employer_keys after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
exec(N'create trigger tr_employer_key_counts on employer_key_counts after insert, update, delete as begin set nocount on; update directory_version set version = version + 1 where id = 1; end');
