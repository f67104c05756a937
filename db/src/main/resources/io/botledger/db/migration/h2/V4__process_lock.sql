-- H2 has no advisory locks: whoever loads holds this row locked.
create table botledger.etl_lock (
  lock_key integer not null,
  constraint etl_lock_pk primary key (lock_key)
);

insert into botledger.etl_lock (lock_key) values (1);

comment on table botledger.etl_lock is 'One row; whoever loads holds it locked.';
comment on column botledger.etl_lock.lock_key is 'Always 1.';
