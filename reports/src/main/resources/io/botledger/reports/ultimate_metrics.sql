-- @title Ultimate metrics
-- @question How many conversations were there, and which share of them was handled by the bot, deflected, escalated,
--   informed and automated?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: All that are selected, also those without a status.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @column deflected_conversations integer, conversations: With a status, and that none of email, agent,
--   customEscalation; a failed escalation counts as deflected.
-- @column deflection_rate rate, of total_conversations: Share of deflected_conversations.
-- @column escalated_conversations integer, conversations: Status email, agent or customEscalation.
-- @column escalation_rate rate, of total_conversations: Share of escalated_conversations.
-- @column failed_escalation_conversations integer, conversations: Status failedEscalation.
-- @column failed_escalation_rate rate, of total_conversations: Share of failed_escalation_conversations.
-- @column informed_conversations integer, conversations: Last resolution informed.
-- @column informed_rate rate, of total_conversations: Share of informed_conversations.
-- @column automated_conversations integer, conversations: Last resolution informed or resolved.
-- @column automation_rate rate, of total_conversations: Share of automated_conversations.
-- @column visitor_messages integer, messages: Sum of the visitors' messages; null if no conversation has a count.
-- @column not_understood_messages integer, messages: Sum of those not understood; null if no conversation has
--   a count.
-- @column messages_understood_rate rate, of visitor_messages: Share of messages that were understood; null if
--   either sum is null.
-- @order The group, null last.
-- @rows few
-- @warns silent_bots

-- First query of the vendor's article. Bots are counted apart, to warn of those that report no message as not understood.
with counted as (
  select
    ${conversation_group} as group_name,
    c.bot_key,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where not (${escalated})) as deflected_conversations,
    count(*) filter (where ${escalated}) as escalated_conversations,
    count(*) filter (where conversation_status = 'failedEscalation') as failed_escalation_conversations,
    count(*) filter (where last_resolution = 'informed') as informed_conversations,
    count(*) filter (where ${automated}) as automated_conversations,
    sum(visitor_messages_count) as visitor_messages,
    sum(not_understood_messages_count) as not_understood_messages,
    count(not_understood_messages_count) as counted,
    count(*) filter (where ${contradicts_not_understood}) as contradicted
${conversation_tables}
where ${is_selected}
  group by group_name, c.bot_key
  union all
  -- One group where nothing is selected.
  select null, null, 0, 0, 0, 0, 0, 0, 0, null, null, 0, 0
  where ${is_empty_whole}
),
judged as (
${silent_bots(counted)}
),
summed as (
  select
    group_name,
    cast(sum(total_conversations) as bigint) as total_conversations,
    cast(sum(bot_handled_conversations) as bigint) as bot_handled_conversations,
    cast(sum(deflected_conversations) as bigint) as deflected_conversations,
    cast(sum(escalated_conversations) as bigint) as escalated_conversations,
    cast(sum(failed_escalation_conversations) as bigint) as failed_escalation_conversations,
    cast(sum(informed_conversations) as bigint) as informed_conversations,
    cast(sum(automated_conversations) as bigint) as automated_conversations,
    cast(sum(visitor_messages) as bigint) as visitor_messages,
    cast(sum(not_understood_messages) as bigint) as not_understood_messages,
    ${silent_bot_names}
  from judged
  group by group_name
)
select
  group_name as "by",
  total_conversations,
  bot_handled_conversations,
  ${rate(bot_handled_conversations, total_conversations)} as bot_handled_rate,
  deflected_conversations,
  ${rate(deflected_conversations, total_conversations)} as deflection_rate,
  escalated_conversations,
  ${rate(escalated_conversations, total_conversations)} as escalation_rate,
  failed_escalation_conversations,
  ${rate(failed_escalation_conversations, total_conversations)} as failed_escalation_rate,
  informed_conversations,
  ${rate(informed_conversations, total_conversations)} as informed_rate,
  automated_conversations,
  ${rate(automated_conversations, total_conversations)} as automation_rate,
  visitor_messages,
  not_understood_messages,
  ${rate(visitor_messages - not_understood_messages, visitor_messages)} as messages_understood_rate,
  ${silent_bots_text} as silent_bots
from summed
order by ${code_points(group_name)} nulls last
