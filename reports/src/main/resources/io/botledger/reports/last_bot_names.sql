-- @fragment The key of each bot and its name in the last conversation of its last load; null where that has none.

-- By the highest key that the bot's loads have: to look through all conversations of a bot takes long.
-- Left joins, or H2 may begin with all conversations.
select last_loads.bot_key, n.bot_name
from (
  select l.bot_key, max(s.last_conversation_key) as conversation_key
  from botledger.etl_loads l
  join botledger.load_spans s on s.load_key = l.load_key
  group by l.bot_key
) last_loads
left join botledger.conversations c
  on c.conversation_key = last_loads.conversation_key and c.bot_key = last_loads.bot_key
left join botledger.bot_names n on n.bot_name_key = c.bot_name_key
