-- @fragment How often each value of the session parameter stands in the selected conversations of each group, and what it
--   says: score, no_score. A conversation without the parameter has the value null.
-- @parameter session_param text = bsat_score: Name of the session parameter with the score, as exported.
-- @parameter no_score text, repeatable = -1 | passed: Value that says that there is no score, beside an empty one;
--   replaces the default, and an empty text alone stands for no other value.

-- Values are counted before they are read: there are few.
select
  group_name,
  param_value,
  conversation_count,
  ${score_of_value} as score,
  ${score_of_value} is null and ${says_no_score} as no_score
from (
  select ${conversation_group} as group_name, p.param_value, count(*) as conversation_count
${conversation_tables}
left join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
  and ${left_within_keys(p.conversation_key)}
where ${is_selected}
  group by group_name, p.param_value
) as counted_values
