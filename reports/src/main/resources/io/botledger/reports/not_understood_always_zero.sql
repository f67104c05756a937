-- @fragment Warns where no message of a bot is counted as not understood by an answer from knowledge, though its other
--   counts are not all 0.
with bot_counts as (
  select
    sum(knowledge_not_understood_count) as not_understood,
    count(knowledge_not_understood_count) as counted,
    count(*) filter (
      where knowledge_response_generated_count > 0
        or knowledge_error_occurred_count > 0
        or knowledge_escalation_required_count > 0
        or knowledge_fallback_count > 0
    ) as with_outcomes
${conversation_tables}
where ${is_counted}
  group by b.bot_id
),
group_counts as (
  select counted, not_understood = 0 and with_outcomes > 0 as is_doubtful
  from bot_counts
)
${always_zero(not_understood, bots, not_understood_rate, 'other outcomes are counted')}
