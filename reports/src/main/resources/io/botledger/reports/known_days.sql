-- @fragment The days that are known of each bot, those with a file and absent ones: what is loaded of them, whether more may
--   come (is_growing) and whether nothing is missing (is_whole); truths are 1 and 0. Whether it may still change is settled
--   by a look on the third day after it or later: at the day itself, or, of a bot whose days nobody asks for, at its folder.
select
  settled.bot_key,
  settled.day_number,
  settled.is_there,
  settled.loaded_files,
  settled.failed_files,
  settled.loaded_conversations,
  settled.rejected_records,
  settled.landed_at,
  case when settled.has_grown = 1 and not settled.is_settled then 1 else 0 end as is_growing,
  case
    when settled.is_there = 1 and settled.failed_files = 0 then 1
    when settled.is_there = 0 and settled.is_settled then 1
    else 0
  end as is_whole
from (
  select
    days.*,
    extract(epoch from coalesce(days.checked_at, max(days.landed_at) over (partition by days.bot_key)))
      >= 86400 * cast(days.day_number + 3 as bigint) as is_settled
  from (
    select
      known.bot_key,
      ${epoch_day(known.export_date)} as day_number,
      max(known.is_file) as is_there,
      cast(sum(known.is_loaded) as bigint) as loaded_files,
      cast(sum(known.is_file) - sum(known.is_loaded) as bigint) as failed_files,
      max(case when known.loaded_size > known.earlier_size then 1 else 0 end) as has_grown,
      sum(known.loaded_conversations) as loaded_conversations,
      sum(known.rejected_records) as rejected_records,
      max(known.landed_at) as landed_at,
      max(known.checked_at) as checked_at
    from (
      select
        l.bot_key,
        l.export_date,
        1 as is_file,
        0 as is_absent,
        max(case when l.status = 'completed' then 1 else 0 end) as is_loaded,
        max(case when l.status = 'completed' then l.content_size end) as loaded_size,
        max(case when l.status = 'superseded' then l.content_size end) as earlier_size,
        sum(case when l.status = 'completed' then l.loaded_count else 0 end) as loaded_conversations,
        sum(case when l.status = 'completed' then l.rejected_count else 0 end) as rejected_records,
        max(l.landed_at) as landed_at,
        null as checked_at
      from botledger.etl_loads l
      group by l.bot_key, l.export_date, l.shard
      union all
      select
        d.bot_key, d.export_date, 0, case d.state when 'absent' then 1 else 0 end, 0, null, null, 0, 0, null, d.checked_at
      from botledger.export_days d
    ) as known
    group by known.bot_key, known.export_date
    having max(known.is_file) + max(known.is_absent) > 0
  ) as days
) as settled
