-- @title Dashboard: busy hours
-- @question At which weekdays and hours do conversations start?
-- @column bot_id text: The vendor's id of the bot.
-- @column channel text: Channel, as exported.
-- @column band integer, bands: In which of the dashboard's periods.
-- @column weekday integer, days: 1 (Monday) to 7 (Sunday), of the start.
-- @column hour integer, hours: 0 to 23, of the start.
-- @column conversations integer, conversations: Those that started then.
-- @order None: the page puts them in order.
with selected as (
${selected_conversations}
),
placed as (
  select
    bot_id,
    channel,
    ${dashboard_band} as band,
    ${local_weekday(started_at)} as weekday,
    ${local_hour(started_at)} as started_hour
  from selected
  where started_at is not null
)
select bot_id, channel, band, weekday, started_hour as "hour", count(*) as conversations
from placed
group by bot_id, channel, band, weekday, started_hour
