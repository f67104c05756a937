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

-- By place in the list, not by time. Intents without a name are passed over.
with named as (
  select
    c.conversation_key,
    ${conversation_group} as group_name,
    c.conversation_status,
    coalesce(r.position, 0) as position,
    i.intent_name,
    lead(i.intent_name) over (
      partition by c.conversation_key, case when i.intent_name is null then 1 else 0 end order by r.position
    ) as next_intent,
    row_number() over (partition by c.conversation_key, i.intent_name order by r.position) as visit
${conversation_tables}
left join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
left join botledger.intents i on i.intent_key = r.intent_key
where ${is_selected}
  and not ${holds_windows_in_memory}
),
-- The same without windows. No key range for what follows a reply: where there is none, H2 would read all of the range.
stepped as (
  select
    ${conversation_group} as group_name,
    i.intent_name,
    coalesce(
      next_intents.intent_name,
      case when next_replies.position is not null then (
        select (array_agg(later_intents.intent_name order by later.position))[1]
        from botledger.intent_replies later
        left join botledger.intents later_intents on later_intents.intent_key = later.intent_key
        where later.conversation_key = r.conversation_key
          and later.position > r.position
          and later_intents.intent_name is not null
      ) end
    ) as next_intent,
    c.conversation_status,
    count(*) as visits,
    count(*) filter (where coalesce(r.position, 0) = 0) as first_conversations,
    count(*) filter (
      where coalesce(r.position, 0) = 0 or not exists (
        select 1
        from botledger.intent_replies earlier
        where earlier.conversation_key = r.conversation_key
          and earlier.position < r.position
          and (select e.intent_name from botledger.intents e where e.intent_key = earlier.intent_key) = i.intent_name
      )
    ) as total_conversations
${conversation_tables}
left join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
left join botledger.intents i on i.intent_key = r.intent_key
left join botledger.intent_replies next_replies
  on next_replies.conversation_key = r.conversation_key and next_replies.position = r.position + 1
left join botledger.intents next_intents on next_intents.intent_key = next_replies.intent_key
where ${is_selected}
  and ${holds_windows_in_memory}
  group by group_name, i.intent_name, next_intent, c.conversation_status
),
counted as (
  select
    group_name,
    intent_name,
    next_intent,
    count(*) as visits,
    count(*) filter (where position = 0) as first_conversations,
    count(*) filter (where visit = 1) as total_conversations,
    count(*) filter (where visit = 1 and conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where visit = 1 and ${escalated})
      as escalated_conversations
  from named
  group by group_name, intent_name, next_intent
  union all
  select
    group_name,
    intent_name,
    next_intent,
    sum(visits),
    sum(first_conversations),
    sum(total_conversations),
    coalesce(sum(total_conversations) filter (where conversation_status = 'botHandled'), 0),
    coalesce(sum(total_conversations) filter (where ${escalated}), 0)
  from stepped
  group by group_name, intent_name, next_intent
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
