-- @fragment Warns where no selected conversation has the session parameter that a report is about.
select
  ${absent_session_param_text} as warning
where exists (select 1 ${conversation_tables} where ${is_counted})
  and not exists (
    select 1
${conversation_tables}
join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
  and ${within_keys(p.conversation_key)}
where ${is_counted}
  )
