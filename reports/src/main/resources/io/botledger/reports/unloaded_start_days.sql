-- @fragment Warns where the conversations of a start day may still lack those that ended on the day after: a day's
--   file holds what ended on that day (the vendor's article).

-- Files are of days in UTC. A day of another zone ends on the UTC day of the same date, or on the next one: then, when that
-- begins, the zone still has the day.
with latest as (
  select b.bot_id, max(${local_year_day(c.started_at)}) as year_day
${conversation_tables}
where ${is_counted}
  -- No row at all is read by the day of the end.
  and c.conversation_key >= case cast(:day_of as varchar) when 'start' then 0 else 9223372036854775807 end
  and cast(:day_of as varchar) = 'start'
  group by b.bot_id
),
last_days as (
  select bot_id, coalesce(cast(:to as date), ${year_day_date(year_day)}) as last_day
  from latest
),
next_days as (
  select
    bot_id,
    last_day,
    timestamp with time zone '1970-01-01 00:00:00+00:00'
      + cast(extract(epoch from last_day + 1) as bigint) * interval '1' second as next_utc_day_begins
  from last_days
),
needed as (
  select
    bot_id,
    last_day + case when ${local_date(next_utc_day_begins)} = last_day then 2 else 1 end as file_date
  from next_days
),
checked as (
  select
    n.file_date,
    n.file_date is not null and not exists (
      select 1
      from botledger.bots b
      join botledger.etl_loads l on l.bot_key = b.bot_key
      where b.bot_id = n.bot_id and l.export_date = n.file_date and l.status = 'completed'
    ) as missing
  from needed n
)
select
  'the last start day is not complete: it also needs the file of '
    || to_char(cast(min(file_date) filter (where missing) as timestamp), 'YYYY-MM-DD') || ', which is not loaded for '
    || cast(count(*) filter (where missing) as varchar) || ' of ' || cast(count(*) as varchar)
    || ' bots; once it is, run the report again' as warning
from checked
having count(*) filter (where missing) > 0
