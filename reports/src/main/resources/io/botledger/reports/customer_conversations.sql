-- @fragment The conversations that the common filters leave, each with its customer, who is told by a session parameter:
--   those of the range (in_range), and those that started in time to be a recontact of one of the range, with some that
--   started too early or too late for it. left_at is when a conversation was over.
-- @parameter session_param text = customer_id: Name of the session parameter that tells the customer, as exported.
-- @parameter within_days integer = 7: How many days, of 24 hours each, a customer has for a recontact; up to 36500.

-- A conversation without a start has no place among the others.
select
  c.started_at,
  ${conversation_group} as group_name,
  ${counted_within_days} as in_range,
  p.conversation_key is not null as has_param,
  case when c.started_at is not null then nullif(${whole_number_text(p.param_value)}, '') end as customer,
  ${left_at} as left_at,
  followed_bots.followed_until
${conversation_tables}
left join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
${followed_until}
-- The keys of the range, and those of loads with such starts.
where c.conversation_key >= least(
    cast(:first_conversation_key as bigint),
    coalesce(
      (select min(first_conversation_key) from botledger.load_spans where last_started_at >= ${first_recontact}),
      cast(:first_conversation_key as bigint)
    )
  )
  and c.conversation_key <= greatest(
    cast(:last_conversation_key as bigint),
    coalesce(
      (select max(last_conversation_key) from botledger.load_spans where first_started_at <= ${last_recontact}),
      cast(:last_conversation_key as bigint)
    )
  )
  and (
    ${is_selected}
    or ${passes_filters}
      and c.started_at >= ${first_recontact}
      and c.started_at <= ${last_recontact}
  )
