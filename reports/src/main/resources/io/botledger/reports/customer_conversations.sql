-- @fragment The conversations that the common filters leave, each with its customer, who is told by a session parameter:
--   those of the range (in_range), and those after it that started in time to be a recontact of one of the range.
--   left_at is when a conversation was over.
-- @parameter session_param text = customer_id: Name of the session parameter that tells the customer, as exported.
-- @parameter within_days integer = 7: How many days, of 24 hours each, a customer has for a recontact; up to 36500.

-- A conversation without a start has no place among the others.
select
  c.started_at,
  ${conversation_group} as group_name,
  ${counted_within_days} as in_range,
  case when c.started_at is not null then nullif(${whole_number_text(p.param_value)}, '') end as customer,
  ${left_at} as left_at,
  followed_bots.followed_until
from (
${filtered_conversations}
  and (
    ${counted_within_days}
    or (
      c.started_at >= (
        select min(c.started_at) from (
${selected_conversations}
        ) as c
      )
      and c.started_at <= (
        select max(${left_at}) from (
${selected_conversations}
        ) as c
      ) + ${recontact_time}
    )
  )
) as c
left join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
${followed_until}
