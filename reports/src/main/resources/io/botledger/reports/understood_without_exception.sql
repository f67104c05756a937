-- @fragment Warns where messages_understood_rate is exactly 1 although the knowledge counts tell otherwise: there are
--   exports that hold 0 in every not_understood_messages_count.
with selected as (
${counted_conversations}
),
doubtful as (
  select count(*) filter (where knowledge_not_understood_count > 0) as conversation_count
  from (
    select
      ${conversation_group} as group_name,
      visitor_messages_count,
      not_understood_messages_count,
      knowledge_not_understood_count
    from selected
  ) as grouped
  group by group_name
  having sum(visitor_messages_count) > 0 and sum(not_understood_messages_count) = 0
)
select
  'messages_understood_rate is exactly 1, yet in ' || cast(sum(conversation_count) as varchar)
    || ' of the conversations a knowledge answer did not understand the visitor; this export may not fill in'
    || ' not_understood_messages_count' as warning
from doubtful
having sum(conversation_count) > 0
