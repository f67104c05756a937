-- @fragment The conversations that the common filters leave. counted_date is the day that a conversation counts for.
-- @parameter from date: First day that counts; absent: from the beginning.
-- @parameter to date: Last day that counts; absent: to the end.
-- @parameter day_of choice(start, end) = end: Which day (UTC) a conversation counts for: the one on which it started
--   or the one on which it ended. A conversation without a start has no start day, and none of the days is its own.
-- @parameter bot text, repeatable: Only conversations of the bot with this id, or with this name at the time.
-- @parameter channel text, repeatable: Only conversations of this channel, as exported.
-- @parameter language text, repeatable: Only conversations in this language, as exported.
-- @parameter exclude_test flag: Leaves test conversations out; those that do not say whether they are stay.
-- @parameter min_bot_messages integer: Only conversations with at least so many messages of the bot; those without a
--   count are left out. With 1, and by start day, the totals are those of the vendor's bot summary dashboard.
-- @warning unloaded_start_days
select
  conversation_key,
  bot_id,
  conversation_id,
  counted_date,
  channel,
  language,
  conversation_status,
  last_resolution,
  visitor_messages_count,
  not_understood_messages_count,
  knowledge_not_understood_count
from (
  select
    conversation_key,
    bot_id,
    bot_name,
    conversation_id,
    case cast(:day_of as varchar) when 'start' then start_date else end_date end as counted_date,
    channel,
    language,
    test_mode,
    conversation_status,
    last_resolution,
    bot_messages_count,
    visitor_messages_count,
    not_understood_messages_count,
    knowledge_not_understood_count
  from botledger.current_conversations
) as dated_conversations
where (cast(:from as date) is null or counted_date >= cast(:from as date))
  and (cast(:to as date) is null or counted_date <= cast(:to as date))
  and (
    cast(:bot as varchar array) is null
    or bot_id = any (cast(:bot as varchar array))
    or bot_name = any (cast(:bot as varchar array))
  )
  and (cast(:channel as varchar array) is null or channel = any (cast(:channel as varchar array)))
  and (cast(:language as varchar array) is null or language = any (cast(:language as varchar array)))
  and (not cast(:exclude_test as boolean) or test_mode is not true)
  and (cast(:min_bot_messages as bigint) is null or bot_messages_count >= cast(:min_bot_messages as bigint))
