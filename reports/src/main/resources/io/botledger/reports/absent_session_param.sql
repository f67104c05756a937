-- @fragment Warns where no selected conversation has the session parameter that a report is about.
select
  'no selected conversation has a session parameter "' || cast(:session_param as varchar)
    || '"; name one that they have with --session-param' as warning
${conversation_tables}
left join botledger.session_params p
  on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
  and ${within_keys(p.conversation_key)}
where ${is_counted}
having count(*) > 0 and count(p.conversation_key) = 0
