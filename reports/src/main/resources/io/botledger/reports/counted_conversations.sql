-- @fragment The conversations that the common filters leave, for a report that says by itself which --day-of it takes.
-- @parameter from date: First day that counts; absent: from the beginning.
-- @parameter to date: Last day that counts; absent: to the end.
-- @parameter bot text, repeatable: Only conversations of the bot with this id, or with this name at the time.
-- @parameter channel text, repeatable: Only conversations of this channel, as exported.
-- @parameter language text, repeatable: Only conversations in this language, as exported.
-- @parameter exclude_test flag: Leaves test conversations out; those that do not say whether they are stay.
-- @parameter min_bot_messages integer: Only conversations with at least so many messages of the bot; those without a
--   count are left out. With 1, and by start day, the totals are those of the vendor's bot summary dashboard.
-- @warning unloaded_start_days

-- Of the conditions on days those on counted_date decide. Those on counted_at say the same of nearly all instants, in a
-- form that an index can serve.
select
  conversation_key,
  bot_id,
  bot_name,
  conversation_id,
  platform_conversation_id,
  counted_date,
  started_at,
  ended_at,
  duration_seconds,
  channel,
  language,
  conversation_status,
  last_resolution,
  bot_messages_count,
  visitor_messages_count,
  not_understood_messages_count,
  knowledge_not_understood_count
from (
  select
    conversation_key,
    bot_id,
    bot_name,
    conversation_id,
    platform_conversation_id,
    case cast(:day_of as varchar) when 'start' then started_at else ended_at end as counted_at,
    case cast(:day_of as varchar)
      when 'start' then ${local_date(started_at)}
      else coalesce(${local_date(ended_at)}, export_date)
    end as counted_date,
    started_at,
    ended_at,
    duration_seconds,
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
where (
    cast(:from as date) is null
    or ((counted_at is null or counted_at >= cast(:from_begins as timestamp with time zone))
      and counted_date >= cast(:from as date))
  )
  and (
    cast(:to as date) is null
    or ((counted_at is null or counted_at < cast(:to_ends as timestamp with time zone))
      and counted_date <= cast(:to as date))
  )
  and (
    cast(:bot as varchar array) is null
    or bot_id = any (cast(:bot as varchar array))
    or bot_name = any (cast(:bot as varchar array))
  )
  and (cast(:channel as varchar array) is null or channel = any (cast(:channel as varchar array)))
  and (cast(:language as varchar array) is null or language = any (cast(:language as varchar array)))
  and (not cast(:exclude_test as boolean) or test_mode is not true)
  and (cast(:min_bot_messages as bigint) is null or bot_messages_count >= cast(:min_bot_messages as bigint))
