-- @title Dashboard: busy hours
-- @question At which weekdays and hours do conversations start?
-- @column bot_id text: The vendor's id of the bot.
-- @column channel text: Channel, as exported.
-- @column band integer, bands: In which of the dashboard's periods.
-- @column weekday integer, days: 1 (Monday) to 7 (Sunday), of the start.
-- @column hour integer, hours: 0 to 23, of the start.
-- @column conversations integer, conversations: Those that started then.
-- @order None: the page puts them in order.
select
  b.bot_id,
  c.channel,
  ${dashboard_band} as band,
  ${local_weekday(c.started_at)} as weekday,
  ${local_hour(c.started_at)} as "hour",
  count(*) as conversations
${conversation_tables}
where ${is_selected}
  and c.started_at is not null
group by b.bot_id, c.channel, band, weekday, "hour"
