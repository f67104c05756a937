-- @fragment Warns where messages_understood_rate is exactly 1 although the knowledge counts tell otherwise: there are
--   exports that hold 0 in every not_understood_messages_count.
with summed as (
  select
    ${conversation_group} as group_name,
    sum(visitor_messages_count) as visitor_messages,
    sum(not_understood_messages_count) as not_understood_messages,
    count(not_understood_messages_count) as counted,
    count(*) filter (where knowledge_not_understood_count > 0) as not_understood
${conversation_tables}
where ${is_counted}
  group by group_name
),
group_counts as (
  select
    counted,
    not_understood,
    visitor_messages > 0 and not_understood_messages = 0 and not_understood > 0 as is_doubtful
  from summed
)
${always_zero(not_understood_messages_count, rows, messages_understood_rate, ${not_understood_evidence})}
