-- @title Dashboard: intents
-- @question What did visitors ask for first, and how often did the bot handle it?
-- @column bot_id text: The vendor's id of the bot.
-- @column channel text: Channel, as exported.
-- @column band integer, bands: In which of the dashboard's periods.
-- @column intent text: Name of the first meaningful intent.
-- @column conversations integer, conversations: Those with this intent as their first meaningful one.
-- @column bot_handled integer, conversations: Status botHandled.
-- @parameter ignore_intent text, repeatable = Greeting | Talk to a human/agent: Name of an intent that is passed over;
--   replaces the default, and an empty text alone stands for no name at all.
-- @order None: the page puts them in order.

-- As metrics_by_intent counts them.
with selected as (
${selected_conversations}
),
ranked as (
  select
    s.bot_id,
    s.channel,
    s.counted_at,
    s.export_date,
    s.conversation_status,
    i.intent_name,
    row_number() over (
      partition by s.conversation_key order by r.intent_at nulls last, r.position
    ) as place
  from selected s
  join botledger.intent_replies r on r.conversation_key = s.conversation_key
  join botledger.intents i on i.intent_key = r.intent_key
  where r.not_meaningful is false
    and i.intent_name is not null
    and not (i.intent_name = any (cast(:ignore_intent as varchar array)))
),
firsts as (
  select bot_id, channel, ${dashboard_band} as band, intent_name, conversation_status
  from ranked
  where place = 1
)
select
  bot_id,
  channel,
  band,
  intent_name as intent,
  count(*) as conversations,
  count(*) filter (where conversation_status = 'botHandled') as bot_handled
from firsts
group by bot_id, channel, band, intent_name
