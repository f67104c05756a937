-- @title AI answers
-- @question How often did an answer from knowledge succeed, and how often did it fail?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: All that are selected.
-- @column llm_conversations integer, conversations: Marked as holding at least one answer of a language model.
-- @column llm_rate rate, of total_conversations: Share of llm_conversations.
-- @column attempted_conversations integer, conversations: Marked as holding an attempt at an answer from knowledge
--   (version 3 of the export only).
-- @column attempted_rate rate, of total_conversations: Share of attempted_conversations.
-- @column counted_conversations integer, conversations: With at least one of the five counts below, be it 0.
-- @column outcomes integer, messages: Sum of the five counts below; null if no conversation has one. The export does not
--   say whether a message may stand in several of them.
-- @column response_generated integer, messages: Answers that were generated: llm_responseGenerated_count in version 2
--   of the export, knowledge_responseGenerated_count in version 3; null if no conversation has the count, as below.
-- @column response_generated_rate rate, of outcomes: Share of response_generated.
-- @column not_understood integer, messages: Not understood (…_notUnderstood_count).
-- @column not_understood_rate rate, of outcomes: Share of not_understood.
-- @column error_occurred integer, messages: With an error (…_errorOccurred_count).
-- @column error_occurred_rate rate, of outcomes: Share of error_occurred.
-- @column escalation_required integer, messages: That required an escalation (…_escalationRequired_count).
-- @column escalation_required_rate rate, of outcomes: Share of escalation_required.
-- @column fallback integer, messages: Answered by a fallback (…_fallback_count).
-- @column fallback_rate rate, of outcomes: Share of fallback.
-- @column not_understood_conversations integer, conversations: With at least one message that is counted as
--   not_understood.
-- @column not_understood_conversation_rate rate, of counted_conversations: Share of not_understood_conversations.
-- @order The group, null last.
-- @rows few
-- @warning not_understood_always_zero
-- @warning not_understood_messages_always_zero
with counted as (
  select
    ${conversation_group} as group_name,
    count(*) as total_conversations,
    count(*) filter (where is_llm_conversation) as llm_conversations,
    count(*) filter (where has_knowledge_response_attempt) as attempted_conversations,
    count(${any_knowledge_count}) as counted_conversations,
    sum(knowledge_response_generated_count) as response_generated,
    sum(knowledge_not_understood_count) as not_understood,
    sum(knowledge_error_occurred_count) as error_occurred,
    sum(knowledge_escalation_required_count) as escalation_required,
    sum(knowledge_fallback_count) as fallback,
    count(*) filter (where knowledge_not_understood_count > 0) as not_understood_conversations
${conversation_tables}
where ${is_selected}
  group by group_name
  union all
  -- One group where nothing is selected.
  select null, 0, 0, 0, 0, null, null, null, null, null, 0
  where ${is_empty_whole}
),
summed as (
  select
    counted.*,
    case
      when counted_conversations > 0 then coalesce(response_generated, 0) + coalesce(not_understood, 0)
        + coalesce(error_occurred, 0) + coalesce(escalation_required, 0) + coalesce(fallback, 0)
    end as outcomes
  from counted
)
select
  group_name as "by",
  total_conversations,
  llm_conversations,
  ${rate(llm_conversations, total_conversations)} as llm_rate,
  attempted_conversations,
  ${rate(attempted_conversations, total_conversations)} as attempted_rate,
  counted_conversations,
  outcomes,
  response_generated,
  ${rate(response_generated, outcomes)} as response_generated_rate,
  not_understood,
  ${rate(not_understood, outcomes)} as not_understood_rate,
  error_occurred,
  ${rate(error_occurred, outcomes)} as error_occurred_rate,
  escalation_required,
  ${rate(escalation_required, outcomes)} as escalation_required_rate,
  fallback,
  ${rate(fallback, outcomes)} as fallback_rate,
  not_understood_conversations,
  ${rate(not_understood_conversations, counted_conversations)} as not_understood_conversation_rate
from summed
order by ${code_points(group_name)} nulls last
