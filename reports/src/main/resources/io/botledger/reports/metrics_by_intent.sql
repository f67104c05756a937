-- @fragment Counts of the selected conversations by their first or last meaningful intent.
-- @argument direction: asc for the first, desc for the last.
-- @argument column: Name of the column that holds the intent.
-- @parameter ignore_intent text, repeatable = Greeting | Talk to a human/agent: Name of an intent that is passed over;
--   replaces the default, and an empty text alone stands for no name at all.
with selected as (
${selected_conversations}
),
ranked as (
  select
    s.conversation_status,
    i.intent_name,
    row_number() over (
      partition by s.conversation_key order by r.intent_at ${direction} nulls last, r.position ${direction}
    ) as place
  from selected s
  join botledger.intent_replies r on r.conversation_key = s.conversation_key
  join botledger.intents i on i.intent_key = r.intent_key
  where r.not_meaningful is false
    and i.intent_name is not null
    and not (i.intent_name = any (cast(:ignore_intent as varchar array)))
),
counted as (
  select
    intent_name,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations
  from ranked
  where place = 1
  group by intent_name
)
select
  intent_name as ${column},
  total_conversations,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate
from counted
order by total_conversations desc, ${code_points(intent_name)}
