-- @fragment Whether the common filters leave a conversation c of the bot b, of any day.
-- @parameter bot text, repeatable: Only conversations of the bot with this id, or with this name at the time.
-- @parameter channel text, repeatable: Only conversations of this channel, as exported.
-- @parameter language text, repeatable: Only conversations in this language, as exported.
-- @parameter exclude_test flag: Leaves test conversations out; those that do not say whether they are stay.
-- @parameter min_bot_messages integer: Only conversations with at least so many messages of the bot; those without a
--   count are left out. With 1, and by start day, the totals are those of the vendor's bot summary dashboard.
c.is_current
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
