-- @title Dashboard: loaded days
-- @question Of which days is each bot's export loaded?
-- @column bot_id text: The vendor's id of the bot.
-- @column first_day date: The first day of the bot that is loaded.
-- @column day date: The day of an export (UTC); null if the bot has none in the range.
-- @column loaded_files integer, files: Those that are loaded.
-- @column failed_files integer, files: Those that could not be loaded.
-- @column records integer, records: What is in the loaded ones.
-- @parameter from date: First day.
-- @parameter to date: Last day.
-- @order None: the page puts them in order.
with firsts as (
  select bot_key, min(export_date) as first_day
  from botledger.etl_loads
  where status = 'completed'
  group by bot_key
),
loads as (
  select bot_key, export_date, status, read_count
  from botledger.etl_loads
  where export_date between cast(:from as date) and cast(:to as date)
    and status in ('completed', 'failed')
)
select
  b.bot_id,
  f.first_day,
  l.export_date as "day",
  count(*) filter (where l.status = 'completed') as loaded_files,
  count(*) filter (where l.status = 'failed') as failed_files,
  coalesce(sum(l.read_count) filter (where l.status = 'completed'), 0) as records
from botledger.bots b
join firsts f on f.bot_key = b.bot_key
left join loads l on l.bot_key = b.bot_key
group by b.bot_id, f.first_day, l.export_date
