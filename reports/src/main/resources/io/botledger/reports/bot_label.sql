-- @fragment What a bot is called, for a text: its name in the last conversation of its last load and its id; the id alone
--   where that has no name.
-- @argument bot: Key of the bot.

-- Left joins, or H2 begins with all conversations.
(
  select coalesce(n.bot_name || ' (' || labelled.bot_id || ')', labelled.bot_id)
  from botledger.bots labelled
  left join botledger.conversations named
    on named.bot_key = labelled.bot_key
    and named.conversation_key = (
      select max(s.last_conversation_key)
      from botledger.etl_loads l
      left join botledger.load_spans s on s.load_key = l.load_key
      where l.bot_key = labelled.bot_key
    )
  left join botledger.bot_names n on n.bot_name_key = named.bot_name_key
  where labelled.bot_key = ${bot}
)
