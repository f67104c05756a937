-- @fragment Warns where not_understood_messages_count is 0 in every conversation of a bot, though the counts of answers
--   from knowledge tell otherwise: there are exports that do not fill it in.
with selected as (
${counted_conversations}
),
bot_counts as (
  select
    bot_id,
    sum(not_understood_messages_count) as not_understood_messages,
    count(*) filter (where knowledge_not_understood_count > 0) as not_understood_conversations
  from selected
  group by bot_id
),
doubtful as (
  select case when not_understood_messages = 0 then not_understood_conversations else 0 end as conversation_count
  from bot_counts
)
select
  'not_understood_messages_count is 0 in every conversation of '
    || cast(count(*) filter (where conversation_count > 0) as varchar) || ' bots, yet in '
    || cast(sum(conversation_count) as varchar) || ' of these an answer from knowledge did not understand the visitor;'
    || ' go by not_understood here, not by messages_understood_rate of ultimate_metrics' as warning
from doubtful
having sum(conversation_count) > 0
