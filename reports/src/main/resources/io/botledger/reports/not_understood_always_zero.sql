-- @fragment Warns where no message of a bot is counted as not understood by an answer from knowledge, though its other
--   counts are not all 0.
with selected as (
${counted_conversations}
),
bot_counts as (
  select
    bot_id,
    sum(knowledge_not_understood_count) as not_understood,
    count(knowledge_not_understood_count) as counted,
    count(*) filter (
      where knowledge_response_generated_count > 0
        or knowledge_error_occurred_count > 0
        or knowledge_escalation_required_count > 0
        or knowledge_fallback_count > 0
    ) as with_outcomes
  from selected
  group by bot_id
)
select
  'not_understood is 0 in all '
    || cast(sum(counted) filter (where not_understood = 0 and with_outcomes > 0) as varchar) || ' conversations of '
    || cast(count(*) filter (where not_understood = 0 and with_outcomes > 0) as varchar) || ' bots that have the count;'
    || ' their export may not fill it in, and not_understood_rate says nothing then' as warning
from bot_counts
having count(*) filter (where not_understood = 0 and with_outcomes > 0) > 0
