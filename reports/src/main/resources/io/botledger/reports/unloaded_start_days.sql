-- @fragment Warns where the conversations of a start day may still lack those that ended on the day after: a day's
--   file holds what ended on that day (the vendor's article).
with selected as (
${selected_conversations}
),
needed as (
  select bot_id, coalesce(cast(:to as date), max(counted_date)) + 1 as file_date
  from selected
  where cast(:day_of as varchar) = 'start'
  group by bot_id
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
    || ' bots; load it and run the report again' as warning
from checked
having count(*) filter (where missing) > 0
