-- @title Dashboard: names of bots
-- @question What are the bots called of which the page has no conversation that tells a name?
-- @column bot_id text: The vendor's id of the bot.
-- @column bot_name text: The name in the last conversation of its last load.
-- @order None: the page puts them in order.
-- @parameter bot text, repeatable: The ids of the bots.

-- By the highest key that the bot's loads have: to look through all conversations of a bot takes long.
select
  b.bot_id,
  n.bot_name
from (
  select l.bot_key, max(s.last_conversation_key) as conversation_key
  from botledger.etl_loads l
  join botledger.load_spans s on s.load_key = l.load_key
  group by l.bot_key
) last_loads
join botledger.bots b on b.bot_key = last_loads.bot_key
join botledger.conversations c
  on c.conversation_key = last_loads.conversation_key and c.bot_key = last_loads.bot_key
join botledger.bot_names n on n.bot_name_key = c.bot_name_key
where b.bot_id = any (cast(:bot as varchar array))
