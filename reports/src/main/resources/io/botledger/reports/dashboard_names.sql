-- @title Dashboard: names of bots
-- @question What are the bots called of which the page has no conversation that tells a name?
-- @column bot_id text: The vendor's id of the bot.
-- @column bot_name text: The name in the last conversation of its last load.
-- @order None: the page puts them in order.
-- @parameter bot text, repeatable: The ids of the bots.

select
  b.bot_id,
  named.bot_name
from (
${last_bot_names}
) named
join botledger.bots b on b.bot_key = named.bot_key
where b.bot_id = any (cast(:bot as varchar array))
  and named.bot_name is not null
