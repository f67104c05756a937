-- @fragment Counts of the selected conversations by their first or last meaningful intent.
-- @argument direction: asc for the first, desc for the last.
-- @argument column: Name of the column that holds the intent.
with ranked as (
  select
    c.conversation_status,
${ranked_intents(${direction})}
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
