-- One row that grows with every change of who may type and of what their lines may name, in the same transaction and whoever makes the change: what a
-- process remembers of them holds for the version that it sees. A migration that makes one of these tables again makes its triggers again too.
create table directory_version (
  id integer not null primary key,
  version integer not null
) strict;

insert into directory_version (id, version) values (1, 0);

create trigger tr_specialists_insert after insert on specialists begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_specialists_update after update on specialists begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_specialists_delete after delete on specialists begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_clients_insert after insert on clients begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_clients_update after update on clients begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_clients_delete after delete on clients begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employers_insert after insert on employers begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employers_update after update on employers begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employers_delete after delete on employers begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_contacts_insert after insert on contacts begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_contacts_update after update on contacts begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_contacts_delete after delete on contacts begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_keys_insert after insert on employer_keys begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_keys_update after update on employer_keys begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_keys_delete after delete on employer_keys begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_key_counts_insert after insert on employer_key_counts begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_key_counts_update after update on employer_key_counts begin update directory_version set version = version + 1 where id = 1; end;
create trigger tr_employer_key_counts_delete after delete on employer_key_counts begin update directory_version set version = version + 1 where id = 1; end;
