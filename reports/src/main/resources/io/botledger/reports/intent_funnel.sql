-- @title Intent funnel
-- @question Which intents do conversations come to, what becomes of them then, and where do they go next?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column intent_name text: The intent.
-- @column total_conversations integer, conversations: Those that came to it, once or more often.
-- @column conversation_rate rate, of all of the group that are selected: Share of total_conversations, also of those
--   without intents.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @column escalated_conversations integer, conversations: Status email, agent or customEscalation.
-- @column escalation_rate rate, of total_conversations: Share of escalated_conversations.
-- @column last_conversations integer, conversations: Those of which it was the last intent.
-- @column last_rate rate, of total_conversations: Share of last_conversations.
-- @column next_intent text: The intent that came most often right after it; of equally many the first by code points;
--   null if none ever did.
-- @column next_count integer, times: How often next_intent came right after it.
-- @column next_rate rate, of the times that any came after it: Share of next_count.
-- @order The group, null last; then total_conversations, most first; then the intent, by code points.
-- @rows few

-- By place in the list, not by time. Intents without a name are passed over. By keys first, which are quick to compare.
with stepped as (
  select
    ${conversation_group} as group_name,
    r.intent_key,
    r.next_intent_key,
    count(*) as visits,
    count(*) filter (where coalesce(r.position, 0) = 0) as first_conversations,
    count(*) filter (where not r.is_revisit) as total_conversations,
    count(*) filter (where not r.is_revisit and c.conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where not r.is_revisit and ${escalated}) as escalated_conversations
${conversation_tables}
left join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${left_within_keys(r.conversation_key)}
where ${is_selected}
  group by group_name, r.intent_key, r.next_intent_key
),
counted as (
  select
    s.group_name,
    i.intent_name,
    n.intent_name as next_intent,
    sum(s.visits) as visits,
    sum(s.first_conversations) as first_conversations,
    sum(s.total_conversations) as total_conversations,
    sum(s.bot_handled_conversations) as bot_handled_conversations,
    sum(s.escalated_conversations) as escalated_conversations
  from stepped s
  left join botledger.intents i on i.intent_key = s.intent_key
  left join botledger.intents n on n.intent_key = s.next_intent_key
  group by s.group_name, i.intent_name, n.intent_name
),
ranked as (
  select
    counted.*,
    cast(sum(first_conversations) over (partition by group_name) as bigint) as selected_conversations,
    row_number() over (
      partition by group_name, intent_name
      order by case when next_intent is null then 1 else 0 end, visits desc, ${code_points(next_intent)}
    ) as next_rank
  from counted
),
summed as (
  select
    group_name,
    intent_name,
    selected_conversations,
    sum(total_conversations) as total_conversations,
    sum(bot_handled_conversations) as bot_handled_conversations,
    sum(escalated_conversations) as escalated_conversations,
    coalesce(sum(visits) filter (where next_intent is null), 0) as last_conversations,
    max(next_intent) filter (where next_rank = 1) as next_intent,
    max(visits) filter (where next_rank = 1 and next_intent is not null) as next_count,
    sum(visits) filter (where next_intent is not null) as followed
  from ranked
  where intent_name is not null
  group by group_name, intent_name, selected_conversations
)
select
  group_name as "by",
  intent_name,
  total_conversations,
  ${rate(total_conversations, selected_conversations)} as conversation_rate,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate,
  escalated_conversations,
  ${rate(escalated_conversations, total_conversations)} as escalation_rate,
  last_conversations,
  ${rate(last_conversations, total_conversations)} as last_rate,
  next_intent,
  coalesce(next_count, 0) as next_count,
  ${rate(next_count, followed)} as next_rate
from summed
order by ${code_points(group_name)} nulls last, total_conversations desc, ${code_points(intent_name)}
