-- @fragment Counts of the selected conversations by their first or last meaningful intent.
-- @argument direction: asc for the first, desc for the last.
-- @argument column: Name of the column that holds the intent.
with ranked as (
  select
    c.conversation_status,
    ${conversation_group} as group_name,
${ranked_intents(${direction})}
  and not ${holds_windows_in_memory}
),
picked as (
  select
    max(c.conversation_status) as conversation_status,
    max(${conversation_group}) as group_name,
${picked_intents(${direction})}
),
counted as (
  select
    group_name,
    intent_name,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations
  from ranked
  where place = 1
  group by group_name, intent_name
  union all
  select group_name, intent_name, count(*), count(*) filter (where conversation_status = 'botHandled')
  from picked
  group by group_name, intent_name
)
select
  group_name as "by",
  intent_name as ${column},
  total_conversations,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate
from counted
order by ${code_points(group_name)} nulls last, total_conversations desc, ${code_points(intent_name)}
