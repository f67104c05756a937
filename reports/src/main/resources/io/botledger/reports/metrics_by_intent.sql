-- @fragment Counts of the selected conversations by their first or last meaningful intent.
-- @argument direction: asc for the first, desc for the last.
-- @argument kept: Column of conversations that keeps the intent's key, for the default of ignore_intent.
-- @argument column: Name of the column that holds the intent.
with kept as (
  select
    ${conversation_group} as group_name,
    c.${kept} as intent_key,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations
${conversation_tables}
where ${is_selected}
  and c.${kept} is not null
  and cast(:ignore_intent_is_default as boolean)
  group by group_name, c.${kept}
),
ranked as (
  select
    c.conversation_status,
    ${conversation_group} as group_name,
${ranked_intents(${direction})}
  and not cast(:ignore_intent_is_default as boolean)
  and not ${holds_windows_in_memory}
),
picked as (
  select
    max(c.conversation_status) as conversation_status,
    max(${conversation_group}) as group_name,
${picked_intents(${direction})}
),
named as (
  select group_name, i.intent_name, total_conversations, bot_handled_conversations
  from kept
  join botledger.intents i on i.intent_key = kept.intent_key
  union all
  select group_name, intent_name, count(*), count(*) filter (where conversation_status = 'botHandled')
  from ranked
  where place = 1
  group by group_name, intent_name
  union all
  select group_name, intent_name, count(*), count(*) filter (where conversation_status = 'botHandled')
  from picked
  group by group_name, intent_name
),
counted as (
  select
    group_name,
    intent_name,
    cast(sum(total_conversations) as bigint) as total_conversations,
    cast(sum(bot_handled_conversations) as bigint) as bot_handled_conversations
  from named
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
