-- @title Files of bots
-- @question Which days are known of bots, and what of them is loaded?
-- @column bot_id text: The vendor's id of the bot.
-- @column day date: The day of a file, or one of which the vendor had none.
-- @column state text: LOADED, FAILED (no version of the file could be loaded), ABSENT (no file, and the vendor still had none on
--   the third day after the day or later) or AWAITED (no file so far).
-- @order None.
select b.bot_id, l.export_date as "day", case l.status when 'completed' then 'LOADED' else 'FAILED' end as state
from botledger.etl_loads l
join botledger.bots b on b.bot_key = l.bot_key
where (
    l.status = 'completed'
    or not exists (
      select 1
      from botledger.etl_loads other
      where other.bot_key = l.bot_key
        and other.export_date = l.export_date
        and other.shard = l.shard
        and other.status = 'completed'
    )
  )
  and ${is_asked_bot}
union all
select
  b.bot_id,
  d.export_date,
  case
    when extract(epoch from d.checked_at) >= 86400 * cast(${epoch_day(d.export_date)} + 3 as bigint) then 'ABSENT'
    else 'AWAITED'
  end
from botledger.export_days d
join botledger.bots b on b.bot_key = d.bot_key
where d.state = 'absent'
  and not exists (
    select 1 from botledger.etl_loads l where l.bot_key = d.bot_key and l.export_date = d.export_date
  )
  and ${is_asked_bot}
