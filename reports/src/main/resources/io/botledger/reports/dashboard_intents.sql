-- @title Dashboard: intents
-- @question What did visitors ask for first, and how often did the bot handle it?
-- @column bot_id text: The vendor's id of the bot.
-- @column channel text: Channel, as exported.
-- @column band integer, bands: In which of the dashboard's periods.
-- @column intent text: Name of the first meaningful intent.
-- @column conversations integer, conversations: Those with this intent as their first meaningful one.
-- @column bot_handled integer, conversations: Status botHandled.
-- @order None: the page puts them in order.

with kept as (
  select
    b.bot_id,
    c.channel,
    ${dashboard_band} as band,
    c.first_meaningful_intent_key as intent_key,
    count(*) as conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled
${conversation_tables}
where ${is_selected}
  and c.first_meaningful_intent_key is not null
  and cast(:ignore_intent_is_default as boolean)
  group by b.bot_id, c.channel, band, c.first_meaningful_intent_key
),
ranked as (
  select
    b.bot_id,
    c.channel,
    ${dashboard_band} as band,
    c.conversation_status,
${ranked_intents(asc)}
  and not cast(:ignore_intent_is_default as boolean)
  and not ${holds_windows_in_memory}
),
picked as (
  select
    max(b.bot_id) as bot_id,
    max(c.channel) as channel,
    max(${dashboard_band}) as band,
    max(c.conversation_status) as conversation_status,
${picked_intents(asc)}
),
first_intents as (
  select bot_id, channel, band, intent_name, conversation_status
  from ranked
  where place = 1
  union all
  select bot_id, channel, band, intent_name, conversation_status
  from picked
)
select bot_id, channel, band, i.intent_name as intent, conversations, bot_handled
from kept
join botledger.intents i on i.intent_key = kept.intent_key
union all
select
  bot_id,
  channel,
  band,
  intent_name,
  count(*) as conversations,
  count(*) filter (where conversation_status = 'botHandled') as bot_handled
from first_intents
group by bot_id, channel, band, intent_name
