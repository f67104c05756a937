-- @fragment The conversations that the common filters leave, of any day; conditions on days may follow.
-- @parameter bot text, repeatable: Only conversations of the bot with this id, or with this name at the time.
-- @parameter channel text, repeatable: Only conversations of this channel, as exported.
-- @parameter language text, repeatable: Only conversations in this language, as exported.
-- @parameter exclude_test flag: Leaves test conversations out; those that do not say whether they are stay.
-- @parameter min_bot_messages integer: Only conversations with at least so many messages of the bot; those without a
--   count are left out. With 1, and by start day, the totals are those of the vendor's bot summary dashboard.

-- Columns of the table alone, and one level of select: H2 computes every column of a view for every row that it reads. Bots
-- are joined from the left, or H2 begins with them and looks up their conversations one by one.
select
  c.conversation_key,
  c.bot_key,
  c.conversation_id,
  b.bot_id,
  c.bot_name_key,
  c.platform_conversation_id,
  case cast(:day_of as varchar) when 'start' then c.started_at else c.ended_at end as counted_at,
  c.started_at,
  c.ended_at,
  c.export_date,
  c.channel,
  c.language,
  c.test_mode,
  c.is_llm_conversation,
  c.conversation_status,
  c.last_resolution,
  c.bot_messages_count,
  c.visitor_messages_count,
  c.not_understood_messages_count,
  c.knowledge_not_understood_count,
  c.knowledge_response_generated_count,
  c.knowledge_error_occurred_count,
  c.knowledge_escalation_required_count,
  c.knowledge_fallback_count,
  c.has_knowledge_response_attempt,
  c.automated_resolution,
  c.resolution_tier
from botledger.conversations c
left join botledger.bots b on b.bot_key = c.bot_key
where c.is_current
  and (
    cast(:bot as varchar array) is null
    or b.bot_id = any (cast(:bot as varchar array))
    or c.bot_name_key in (
      select bot_name_key from botledger.bot_names where bot_name = any (cast(:bot as varchar array))
    )
  )
  and (cast(:channel as varchar array) is null or c.channel = any (cast(:channel as varchar array)))
  and (cast(:language as varchar array) is null or c.language = any (cast(:language as varchar array)))
  and (not cast(:exclude_test as boolean) or c.test_mode is not true)
  and (cast(:min_bot_messages as bigint) is null or c.bot_messages_count >= cast(:min_bot_messages as bigint))
