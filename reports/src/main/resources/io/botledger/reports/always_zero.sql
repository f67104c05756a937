-- @fragment The beginning of the warning that a count is 0 in every conversation of some bots, up to what speaks against it; over
--   groups with bot_count.
-- @argument count: The name of the count.
-- @argument conversations: Column with the conversations of those bots that have the count.
-- @argument bots: Column with the number of those bots.
'${count} is 0 in all ' || cast(sum(${conversations}) over () as varchar) || ' conversations that have it ('
  || cast(sum(${bots}) over () as varchar) || ' of ' || cast(sum(bot_count) over () as varchar) || ' bots), yet '
