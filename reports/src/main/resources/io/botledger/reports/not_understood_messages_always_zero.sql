-- @fragment Warns where not_understood_messages_count is 0 in every conversation of a bot, though the counts of answers
--   from knowledge tell otherwise: there are exports that do not fill it in.
with bot_counts as (
  select
    sum(not_understood_messages_count) as not_understood_messages,
    count(not_understood_messages_count) as counted,
    count(*) filter (where knowledge_not_understood_count > 0) as not_understood
${conversation_tables}
where ${is_counted}
  group by b.bot_id
),
group_counts as (
  select counted, not_understood, not_understood_messages = 0 and not_understood > 0 as is_doubtful
  from bot_counts
)
${always_zero(not_understood_messages_count, bots, messages_understood_rate of ultimate_metrics, ${not_understood_evidence})}
