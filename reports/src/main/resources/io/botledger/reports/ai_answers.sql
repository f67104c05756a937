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
-- @warns silent_not_understood

-- Bots are counted apart, to warn of those of which not_understood is 0 in every conversation: there are exports that do not
-- fill it in. In the same pass, since each pass takes as long as the report. Fewer than five conversations with other outcomes
-- say little, as in silent_bots, by which ultimate_metrics warns of messages.
with counted as (
  select
    ${conversation_group} as group_name,
    c.bot_key,
    count(*) as total_conversations,
    count(*) filter (where is_llm_conversation) as llm_conversations,
    count(*) filter (where has_knowledge_response_attempt) as attempted_conversations,
    count(${any_knowledge_count}) as counted_conversations,
    sum(knowledge_response_generated_count) as response_generated,
    sum(knowledge_not_understood_count) as not_understood,
    sum(knowledge_error_occurred_count) as error_occurred,
    sum(knowledge_escalation_required_count) as escalation_required,
    sum(knowledge_fallback_count) as fallback,
    count(*) filter (where knowledge_not_understood_count > 0) as not_understood_conversations,
    count(knowledge_not_understood_count) as with_not_understood,
    count(*) filter (
      where knowledge_response_generated_count > 0
        or knowledge_error_occurred_count > 0
        or knowledge_escalation_required_count > 0
        or knowledge_fallback_count > 0
    ) as with_other_outcomes
${conversation_tables}
where ${is_selected}
  group by group_name, c.bot_key
  union all
  -- One group where nothing is selected.
  select null, null, 0, 0, 0, 0, null, null, null, null, null, 0, 0, 0
  where ${is_empty_whole}
),
-- Each bot once, in the first of its rows: what its conversations have in all groups together.
bots as (
  select
    counted.*,
    row_number() over (partition by bot_key order by group_name) = 1 and bot_key is not null as is_bot,
    sum(not_understood) over (partition by bot_key) as bot_not_understood,
    sum(with_not_understood) over (partition by bot_key) as bot_with_not_understood,
    sum(with_other_outcomes) over (partition by bot_key) as bot_with_other_outcomes
  from counted
),
judged as (
  select
    bots.*,
    is_bot and bot_not_understood = 0 and bot_with_other_outcomes >= 5 as is_silent
  from bots
),
summed as (
  select
    group_name,
    cast(sum(total_conversations) as bigint) as total_conversations,
    cast(sum(llm_conversations) as bigint) as llm_conversations,
    cast(sum(attempted_conversations) as bigint) as attempted_conversations,
    cast(sum(counted_conversations) as bigint) as counted_conversations,
    cast(sum(response_generated) as bigint) as response_generated,
    cast(sum(not_understood) as bigint) as not_understood,
    cast(sum(error_occurred) as bigint) as error_occurred,
    cast(sum(escalation_required) as bigint) as escalation_required,
    cast(sum(fallback) as bigint) as fallback,
    cast(sum(not_understood_conversations) as bigint) as not_understood_conversations,
    case
      when sum(counted_conversations) > 0 then
        cast(
          coalesce(sum(response_generated), 0) + coalesce(sum(not_understood), 0) + coalesce(sum(error_occurred), 0)
            + coalesce(sum(escalation_required), 0) + coalesce(sum(fallback), 0)
          as bigint
        )
    end as outcomes,
    count(*) filter (where is_bot) as bot_count,
    count(*) filter (where is_silent) as silent_count,
    sum(bot_with_not_understood) filter (where is_silent) as silent_conversations
  from judged
  group by group_name
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
  ${rate(not_understood_conversations, counted_conversations)} as not_understood_conversation_rate,
  case
    when sum(silent_count) over () > 0 then
      'not_understood is 0 in all ' || cast(sum(silent_conversations) over () as varchar)
        || ' conversations that have it (' || cast(sum(silent_count) over () as varchar) || ' of '
        || cast(sum(bot_count) over () as varchar) || ' bots), yet other outcomes are counted; the export may not fill it in,'
        || ' and not_understood_rate says nothing then'
  end as silent_not_understood
from summed
order by ${code_points(group_name)} nulls last
