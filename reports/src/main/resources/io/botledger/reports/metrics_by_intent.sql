-- @fragment Counts of the selected conversations by their first or last meaningful intent.
-- @argument direction: asc for the first, desc for the last.
-- @argument column: Name of the column that holds the intent.
with ranked as (
  select
    c.conversation_status,
${ranked_intents(${direction})}
  and not ${holds_windows_in_memory}
),
picked as (
  select
    max(c.conversation_status) as conversation_status,
    (
      array_agg(i.intent_name order by r.intent_at ${direction} nulls last, r.position ${direction})
    )[1] as intent_name
${conversation_tables}
join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
join botledger.intents i on i.intent_key = r.intent_key
where ${is_selected}
  and ${meaningful_intent}
  and ${holds_windows_in_memory}
  group by c.conversation_key
),
counted as (
  select
    intent_name,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations
  from ranked
  where place = 1
  group by intent_name
  union all
  select intent_name, count(*), count(*) filter (where conversation_status = 'botHandled')
  from picked
  group by intent_name
)
select
  intent_name as ${column},
  total_conversations,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate
from counted
order by total_conversations desc, ${code_points(intent_name)}
