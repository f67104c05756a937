-- Where the conversations of a load lie, by key and by time: a report reads only what may be of its days.
create table botledger.load_spans (
  load_key bigint not null,
  first_conversation_key bigint not null,
  last_conversation_key bigint not null,
  first_started_at timestamp(6) with time zone,
  last_started_at timestamp(6) with time zone,
  first_ended_at timestamp(6) with time zone,
  last_ended_at timestamp(6) with time zone,
  first_unended_date date,
  last_unended_date date,
  constraint load_spans_pk primary key (load_key)
);

insert into botledger.load_spans
select
  load_key,
  min(conversation_key),
  max(conversation_key),
  min(started_at),
  max(started_at),
  min(ended_at),
  max(ended_at),
  min(case when ended_at is null then export_date end),
  max(case when ended_at is null then export_date end)
from botledger.conversations
group by load_key;

comment on table botledger.load_spans is 'Where the conversations of a load lie, for reports to read no others; never narrower than the rows are.';
comment on column botledger.load_spans.load_key is 'The load; see etl_loads.';
comment on column botledger.load_spans.first_conversation_key is 'Lowest key of its conversations.';
comment on column botledger.load_spans.last_conversation_key is 'Highest key of its conversations.';
comment on column botledger.load_spans.first_started_at is 'Earliest start of its conversations; null if none has one.';
comment on column botledger.load_spans.last_started_at is 'Latest start of its conversations; null if none has one.';
comment on column botledger.load_spans.first_ended_at is 'Earliest end of its conversations; null if none has one.';
comment on column botledger.load_spans.last_ended_at is 'Latest end of its conversations; null if none has one.';
comment on column botledger.load_spans.first_unended_date is 'Earliest export date of its conversations without an end; null if all have one.';
comment on column botledger.load_spans.last_unended_date is 'Latest export date of its conversations without an end; null if all have one.';
