-- @fragment Whether a report is asked for the bot b, by its id or by a name that it had at some time: by that of the first or the
--   last conversation of one of its loads.
-- @parameter bot text, repeatable: Only the bot with this id, or with this name at some time.

-- A condition of its own tells whether the text is a name at all, or H2 looks for it among the conversations of each bot.
(
  cast(:bot as varchar array) is null
  or b.bot_id = any (cast(:bot as varchar array))
  or case
    when exists (select 1 from botledger.bot_names where bot_name = any (cast(:bot as varchar array))) then
      b.bot_key in (
        select (
          select max(c.bot_key)
          from botledger.conversations c
          where c.conversation_key in (s.first_conversation_key, s.last_conversation_key)
            and c.bot_name_key in (
              select bot_name_key from botledger.bot_names where bot_name = any (cast(:bot as varchar array))
            )
        )
        from botledger.load_spans s
      )
    else false
  end
)
