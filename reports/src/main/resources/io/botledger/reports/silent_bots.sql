-- @fragment Counts of groups and bots, each with the place and the label of the bot among those that report no message as not understood
--   though answers from knowledge did not understand the visitor (in the first of its rows alone; null for any other).
-- @argument counts: A table with group_name, bot_key, visitor_messages, not_understood_messages, counted (conversations that
--   have a number of not understood messages) and contradicted (those of contradicts_not_understood).

-- Fewer than five such conversations say little: an answer can fail where the visitor's message was understood. The dashboard
-- judges alike: DashboardData.
select
  placed.*,
  case when is_silent then row_number() over (partition by is_silent order by bot_key) end as silent_place,
  case when is_silent then ${bot_label(placed.bot_key)} end as silent_label
from (
  select
    summed_bots.*,
    bot_row = 1
      and bot_visitor_messages > 0
      and bot_not_understood_messages = 0
      and bot_contradicted >= 5 as is_silent
  from (
    select
      ${counts}.*,
      row_number() over (partition by bot_key order by group_name) as bot_row,
      sum(visitor_messages) over (partition by bot_key) as bot_visitor_messages,
      sum(not_understood_messages) over (partition by bot_key) as bot_not_understood_messages,
      sum(contradicted) over (partition by bot_key) as bot_contradicted,
      sum(counted) over (partition by bot_key) as bot_counted
    from ${counts}
  ) as summed_bots
) as placed
