-- @title Coverage
-- @question Of which days is every bot's export loaded, and for which days are figures by start day complete?
-- @column bot_id text: The vendor's id of the bot, of the file's name.
-- @column bot_name text: The name of the bot in the conversation that was loaded last; null if that tells none.
-- @column day date: The day, from the first that is known of the bot to the last that is known of any bot, or to --to
--   if that is later. Known are days with a file and absent ones.
-- @column status text: loaded; growing (loaded, of a file that was larger each time that it landed, and nobody looked
--   again on the third day after the day or later, in UTC, so more may come); failed (a file of the day could not be loaded, or its load did not end); absent (no file: the vendor was asked and had
--   none); missing (no file, and nobody knows of a reason).
-- @column loaded_files integer, files: Those whose content is in the tables.
-- @column failed_files integer, files: Those of which no version could be loaded.
-- @column loaded_conversations integer, conversations: Those of the day's files that are in the tables and count.
-- @column rejected_records integer, records: Those of the day's loaded files that could not be loaded.
-- @column landed_at timestamp: When the newest of the day's files landed; null if there is none.
-- @column day_complete boolean: Whether nothing is missing of the day: all of its files are loaded, or it is absent and the
--   vendor still had none on the third day after it or later. What is growing may still change.
-- @column start_day_complete boolean: The same for all days (UTC) whose files hold conversations which started on this day of
--   --time-zone and ended within a day: in UTC the day itself and the day after.
-- @order bot_id, by code points, then day.
-- @rows few
-- @parameter from date: First day that is shown; absent: from the beginning.
-- @parameter to date: Last day that is shown; absent: to the end.

with days as (
  select known_days.*, cast(:to as date) as to_date
  from (
${known_days}
  ) as known_days
),
ranges as (
  select
    days.*,
    coalesce(lag(day_number) over (partition by bot_key order by day_number) + 1, day_number) as first_day,
    case
      when lead(day_number) over (partition by bot_key order by day_number) is null
        then greatest(max(day_number) over (), coalesce(${epoch_day(to_date)}, day_number))
      else day_number
    end as last_day
  from days
),
spans as (
  select ranges.*, last_day - first_day as span from ranges
),
steps as (
${repeated_rows(spans)}
),
filled as (
  select
    bot_key,
    first_day + step as day_number,
    case when first_day + step = day_number then is_there else 0 end as has_files,
    case when first_day + step = day_number and is_there = 0 then 1 else 0 end as is_absent,
    case when first_day + step = day_number then is_whole else 0 end as is_whole,
    loaded_files,
    failed_files,
    is_growing,
    loaded_conversations,
    rejected_records,
    landed_at
  from steps
),
dated as (
  select
    filled.*,
    cast(date '1970-01-01' + day_number as date) as file_day,
    timestamp with time zone '1970-01-01 00:00:00+00:00' + 24 * cast(day_number as bigint) * interval '1' hour
      as utc_begins,
    coalesce(lag(is_whole) over (partition by bot_key order by day_number), 0) as is_whole_before,
    coalesce(lead(is_whole, 1) over (partition by bot_key order by day_number), 0) as is_whole_after,
    coalesce(lead(is_whole, 2) over (partition by bot_key order by day_number), 0) as is_whole_later
  from filled
),
-- A day of another zone begins before midnight in UTC of its date, or ends after that of the next. Hours, since a day more
-- is one of the session's zone in PostgreSQL.
edged as (
  select
    dated.*,
    utc_begins - interval '0.000001' second as utc_before,
    utc_begins + interval '24' hour as utc_ends
  from dated
),
placed as (
  select
    edged.*,
    case when ${local_date(utc_before)} = file_day then is_whole_before else 1 end as is_whole_from,
    case when ${local_date(utc_ends)} = file_day then is_whole_later else 1 end as is_whole_to
  from edged
)
select
  b.bot_id,
  named.bot_name,
  p.file_day as "day",
  case
    when is_absent = 1 then 'absent'
    when has_files = 0 then 'missing'
    when failed_files > 0 then 'failed'
    when is_growing = 1 then 'growing'
    else 'loaded'
  end as status,
  has_files * loaded_files as loaded_files,
  has_files * failed_files as failed_files,
  has_files * loaded_conversations as loaded_conversations,
  has_files * rejected_records as rejected_records,
  case when has_files = 1 then landed_at end as landed_at,
  is_whole = 1 as day_complete,
  is_whole_from = 1 and is_whole = 1 and is_whole_after = 1 and is_whole_to = 1 as start_day_complete
from placed p
join botledger.bots b on b.bot_key = p.bot_key
left join (
${last_bot_names}
) as named on named.bot_key = p.bot_key
where (cast(:from as date) is null or p.file_day >= cast(:from as date))
  and (cast(:to as date) is null or p.file_day <= cast(:to as date))
  and ${is_asked_bot}
order by ${code_points(b.bot_id)}, p.day_number
