-- @title Session parameters
-- @question Which session parameters do conversations set, and to which values most often?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column param_name text: Name of the parameter.
-- @column total_conversations integer, conversations: Those that have a value for it.
-- @column usage_rate rate, of all of the group that are selected: Share of total_conversations.
-- @column distinct_values integer, values: How many different ones there are, as texts.
-- @column value_rank integer, place: Place of the value, the most frequent first; null without --session-param.
-- @column param_value text: The value as text. Only of parameters that --session-param names, since values may be personal
--   data.
-- @column value_conversations integer, conversations: Those with this value; null without --session-param.
-- @column value_rate rate, of total_conversations: Share of value_conversations; null without --session-param.
-- @order The group, null last; then total_conversations, most first; then the parameter, by code points; then value_rank, which goes by
--   value_conversations, then by the code points of the value.
-- @rows few
-- @parameter session_param text, repeatable: Only the session parameter of this name, with its values.
-- @parameter top integer = 10: At most so many values of a parameter.

with counted as (
  select
    ${conversation_group} as group_name,
    p.session_param_name_key,
    p.param_value,
    count(*) as value_conversations
${conversation_tables}
join botledger.session_params p on p.conversation_key = c.conversation_key and ${within_keys(p.conversation_key)}
where ${is_selected}
  and (
    cast(:session_param as varchar array) is null
    or p.session_param_name_key in (
      select session_param_name_key
      from botledger.session_param_names
      where param_name = any (cast(:session_param as varchar array))
    )
  )
  group by group_name, p.session_param_name_key, p.param_value
),
ranked as (
  select
    counted.*,
    cast(sum(value_conversations) over (partition by group_name, session_param_name_key) as bigint) as total_conversations,
    count(*) over (partition by group_name, session_param_name_key) as distinct_values,
    -- Values that are not listed need no order, and there may be many.
    row_number() over (
      partition by group_name, session_param_name_key
      order by
        case when cast(:session_param as varchar array) is not null then value_conversations end desc,
        case when cast(:session_param as varchar array) is not null then ${code_points(param_value)} end
    ) as value_rank
  from counted
),
totals as (
  select ${conversation_group} as group_name, count(*) as selected_conversations
${conversation_tables}
where ${is_selected}
  group by group_name
),
listed as (
  select
    r.group_name,
    n.param_name,
    r.total_conversations,
    t.selected_conversations,
    r.distinct_values,
    case when cast(:session_param as varchar array) is not null then r.value_rank end as value_rank,
    case when cast(:session_param as varchar array) is not null then r.param_value end as param_value,
    case when cast(:session_param as varchar array) is not null then r.value_conversations end as value_conversations
  from ranked r
  join totals t on t.group_name is not distinct from r.group_name
  join botledger.session_param_names n on n.session_param_name_key = r.session_param_name_key
  where r.value_rank <= case when cast(:session_param as varchar array) is null then 1 else cast(:top as bigint) end
)
select
  group_name as "by",
  param_name,
  total_conversations,
  ${rate(total_conversations, selected_conversations)} as usage_rate,
  distinct_values,
  value_rank,
  param_value,
  value_conversations,
  ${rate(value_conversations, total_conversations)} as value_rate
from listed
order by ${code_points(group_name)} nulls last, total_conversations desc, ${code_points(param_name)}, value_rank
