-- @fragment The conversations that the common filters leave and that have a start and a customer, told by a session parameter:
--   those of the range (in_range), and those that started in time to be a recontact of one of the range, with some that started
--   too early or too late for it. left_at is when a conversation was over, is_followed whether all is loaded that could be a
--   recontact, time_to_next how long after left_at the same customer's next one started: negative, if before; null if there is
--   none.
-- @parameter session_param text = customer_id: Name of the session parameter that tells the customer, as exported.
-- @parameter within_days integer(1..36500) = 7: How many days, of 24 hours each, a customer has for a recontact.

-- Of several conversations that start at the same instant none follows another. H2 keeps in its memory what a window puts in order,
-- and looks up each mention of a column there: so the window has nothing but customers, and all is computed in a select within,
-- whose rows H2 keeps as well (@rows narrow).
select
  group_name,
  in_range,
  left_at,
  is_followed,
  first_value(started_at) over (
    partition by customer
    order by started_at
    groups between 1 following and 1 following
  ) - left_at as time_to_next
from (
  select
    ${conversation_group} as group_name,
    ${counted_within_days} as in_range,
    ${left_at} as left_at,
    coalesce(${left_at} < followed_bots.followed_until, false) as is_followed,
    ${whole_number_text(p.param_value)} as customer,
    c.started_at
${conversation_tables}
  join botledger.session_params p
    on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
    and p.conversation_key between cast(:first_following_key as bigint) and cast(:last_following_key as bigint)
${followed_until}
  where c.conversation_key between cast(:first_following_key as bigint) and cast(:last_following_key as bigint)
    and ${read_if(c.conversation_key, ${session_param_key} is not null)}
    and c.started_at is not null
    and p.param_value <> ''
    and (
      ${is_selected}
      or ${passes_filters}
        and c.started_at >= ${first_recontact}
        and c.started_at <= ${last_recontact}
    )
) as customers
