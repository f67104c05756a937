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
-- @groups few
-- @parameter session_param text, repeatable: Only the session parameter of this name, with its values.
-- @parameter top integer(1..) = 10: At most so many values of a parameter.

-- Three ways, of which one is gone: with the values of the named parameters; else without, by groups of values, which
-- PostgreSQL counts with several processes; or by a set of values, since groups that are many do not stay in H2's memory.
with counted as (
  -- The first of the named ones, and with the value null the conversations without it: so the group is counted on the way.
  select
    ${conversation_group} as group_name,
    ${session_param_key} as session_param_name_key,
    p.param_value,
    count(*) as value_conversations
${conversation_tables}
left join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
  and ${left_within_keys(p.conversation_key)}
where ${is_selected}
  and ${read_if(c.conversation_key, ${session_param_key} is not null)}
  group by group_name, p.param_value
  union all
  select
    ${conversation_group} as group_name,
    p.session_param_name_key,
    p.param_value,
    count(*)
${selected_session_params}
  and ${read_if(c.conversation_key, ${names_other_params})}
  and p.session_param_name_key in ${other_named_params}
  group by group_name, p.session_param_name_key, p.param_value
),
ranked as (
  select
    counted.*,
    sum(case when session_param_name_key = ${session_param_key} then value_conversations end)
      over (partition by group_name) as selected_conversations,
    sum(case when param_value is not null then value_conversations end)
      over (partition by group_name, session_param_name_key) as total_conversations,
    count(param_value) over (partition by group_name, session_param_name_key) as distinct_values,
    row_number() over (
      partition by group_name, session_param_name_key
      order by case when param_value is null then 1 else 0 end, value_conversations desc, ${code_points(param_value)}
    ) as value_rank
  from counted
),
grouped as (
  select
    ${conversation_group} as group_name,
    p.session_param_name_key,
    p.param_value,
    count(*) as value_conversations
${selected_session_params}
  and ${read_if(c.conversation_key, not ${asks_for_values})}
  and not ${holds_windows_in_memory}
  group by group_name, p.session_param_name_key, p.param_value
),
used as (
  select
    group_name,
    session_param_name_key,
    cast(sum(value_conversations) as bigint) as total_conversations,
    count(*) as distinct_values
  from grouped
  group by group_name, session_param_name_key
  union all
  select
    ${conversation_group} as group_name,
    p.session_param_name_key,
    count(*),
    count(distinct p.param_value)
${selected_session_params}
  and ${read_if(c.conversation_key, not ${asks_for_values})}
  and ${holds_windows_in_memory}
  group by group_name, p.session_param_name_key
),
-- What each parameter has, and what the group has in all, without a parameter: no join, for which H2 would count again.
params as (
  select
    group_name,
    session_param_name_key,
    cast(total_conversations as bigint) as total_conversations,
    distinct_values,
    value_rank,
    param_value,
    value_conversations,
    cast(selected_conversations as bigint) as selected_conversations
  from ranked
  where value_rank <= cast(:top as bigint) and param_value is not null
  union all
  select group_name, session_param_name_key, total_conversations, distinct_values, null, null, null, 0
  from used
  union all
  select ${conversation_group} as group_name, null, 0, 0, null, null, null, count(*)
${conversation_tables}
where ${is_selected}
  and ${read_if(c.conversation_key, not ${asks_for_values})}
  group by group_name
),
shared as (
  select params.*, max(selected_conversations) over (partition by group_name) as group_conversations
  from params
),
listed as (
  select shared.*, n.param_name
  from shared
  join botledger.session_param_names n on n.session_param_name_key = shared.session_param_name_key
)
select
  group_name as "by",
  param_name,
  total_conversations,
  ${rate(total_conversations, group_conversations)} as usage_rate,
  distinct_values,
  value_rank,
  param_value,
  value_conversations,
  ${rate(value_conversations, total_conversations)} as value_rate
from listed
order by ${code_points(group_name)} nulls last, total_conversations desc, ${code_points(param_name)}, value_rank
