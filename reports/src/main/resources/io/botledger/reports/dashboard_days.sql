-- @title Dashboard: figures by day
-- @question What are the sums that the dashboard's rates and lines are made of?
-- @column bot_id text: The vendor's id of the bot.
-- @column channel text: Channel, as exported.
-- @column language text: Language, as exported.
-- @column day date: The day that the conversations count for.
-- @column bot_name text: A name of the bot on that day.
-- @column contradicted integer, conversations: Those of contradicts_not_understood.
-- @column conversations integer, conversations: All that are selected, also those without a status.
-- @column bot_handled integer, conversations: Status botHandled.
-- @column deflected integer, conversations: With a status, and that none of email, agent, customEscalation.
-- @column agent integer, conversations: Status agent.
-- @column email integer, conversations: Status email.
-- @column custom_escalation integer, conversations: Status customEscalation.
-- @column failed_escalation integer, conversations: Status failedEscalation.
-- @column automated integer, conversations: Last resolution informed or resolved.
-- @column visitor_messages integer, messages: Sum of the visitors' messages; null if no conversation has a count.
-- @column not_understood_messages integer, messages: Sum of those not understood; null if no conversation has a count.
-- @column ai_conversations integer, conversations: Those with at least one answer from knowledge.
-- @column response_generated integer, messages: Answers generated from knowledge; null if no conversation has a count.
-- @column not_understood integer, messages: Not understood by answers from knowledge; null if no conversation has a count.
-- @column escalation_required integer, messages: That required an escalation; null if no conversation has a count.
-- @column fallback integer, messages: Answered by a fallback; null if no conversation has a count.
-- @column error_occurred integer, messages: With an error; null if no conversation has a count.
-- @order None: the page puts them in order.
with counted as (
  select
    b.bot_id,
    c.channel,
    c.language,
    ${counted_year_day} as year_day,
    c.bot_name_key,
    count(*) filter (where ${contradicts_not_understood}) as contradicted,
    count(*) as conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled,
    count(*) filter (where not (${escalated})) as deflected,
    count(*) filter (where conversation_status = 'agent') as agent,
    count(*) filter (where conversation_status = 'email') as email,
    count(*) filter (where conversation_status = 'customEscalation') as custom_escalation,
    count(*) filter (where conversation_status = 'failedEscalation') as failed_escalation,
    count(*) filter (where ${automated}) as automated,
    sum(visitor_messages_count) as visitor_messages,
    sum(not_understood_messages_count) as not_understood_messages,
    count(*) filter (where knowledge_response_generated_count > 0) as ai_conversations,
    sum(knowledge_response_generated_count) as response_generated,
    sum(knowledge_not_understood_count) as not_understood,
    sum(knowledge_escalation_required_count) as escalation_required,
    sum(knowledge_fallback_count) as fallback,
    sum(knowledge_error_occurred_count) as error_occurred
${conversation_tables}
where ${is_selected}
  group by b.bot_id, c.channel, c.language, year_day, c.bot_name_key
)
select
  bot_id,
  channel,
  language,
  ${year_day_date(year_day)} as "day",
  n.bot_name,
  contradicted,
  conversations,
  bot_handled,
  deflected,
  agent,
  email,
  custom_escalation,
  failed_escalation,
  automated,
  visitor_messages,
  not_understood_messages,
  ai_conversations,
  response_generated,
  not_understood,
  escalation_required,
  fallback,
  error_occurred
from counted c
left join botledger.bot_names n on n.bot_name_key = c.bot_name_key
