-- @title Metrics by label
-- @question Which labels do conversations have, and what becomes of those with each?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column label text: The label; null for the conversations without one.
-- @column total_conversations integer, conversations: Those with the label. One with several counts for each.
-- @column conversation_rate rate, of all of the group that are selected: Share of total_conversations.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @column escalated_conversations integer, conversations: Status email, agent or customEscalation.
-- @column escalation_rate rate, of total_conversations: Share of escalated_conversations.
-- @column automated_conversations integer, conversations: Last resolution informed or resolved.
-- @column automation_rate rate, of total_conversations: Share of automated_conversations.
-- @order The group, null last; then total_conversations, most first; then the label, by code points, null last.
-- @rows few

-- A label that a conversation has twice counts once, in its first place. Place 0 tells the conversations apart.
with counted as (
  select
    ${conversation_group} as group_name,
    l.label_key,
    count(*) as total_conversations,
    count(*) filter (where coalesce(l.position, 0) = 0) as first_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where ${escalated}) as escalated_conversations,
    count(*) filter (where ${automated}) as automated_conversations
${conversation_tables}
left join botledger.conversation_labels l on l.conversation_key = c.conversation_key and ${left_within_keys(l.conversation_key)}
where ${is_selected}
  and l.is_repeat is not true
  group by group_name, l.label_key
),
shared as (
  select
    counted.*,
    cast(sum(first_conversations) over (partition by group_name) as bigint) as selected_conversations
  from counted
)
select
  group_name as "by",
  l.label,
  total_conversations,
  ${rate(total_conversations, selected_conversations)} as conversation_rate,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate,
  escalated_conversations,
  ${rate(escalated_conversations, total_conversations)} as escalation_rate,
  automated_conversations,
  ${rate(automated_conversations, total_conversations)} as automation_rate
from shared
left join botledger.labels l on l.label_key = shared.label_key
order by ${code_points(group_name)} nulls last, total_conversations desc, ${code_points(l.label)} nulls last
