-- @fragment What a bot is called, for a text: its name in the last conversation of its last load and its id; the id alone
--   where that has no name. A subquery, for few bots.
-- @argument bot: Key of the bot.
(
  select coalesce(named.bot_name || ' (' || labelled.bot_id || ')', labelled.bot_id)
  from botledger.bots labelled
  left join (
${last_bot_names}
  ) as named on named.bot_key = labelled.bot_key
  where labelled.bot_key = ${bot}
)
