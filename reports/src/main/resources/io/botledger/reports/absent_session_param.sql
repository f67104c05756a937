-- @fragment Warns where no selected conversation has the session parameter that a report is about.
with selected as (
${counted_conversations}
)
select
  'no selected conversation has a session parameter "' || cast(:session_param as varchar)
    || '"; name one that they have with --session-param' as warning
from selected s
left join botledger.session_params p
  on p.conversation_key = s.conversation_key and p.session_param_name_key = ${session_param_key}
  and ${within_keys(p.conversation_key)}
having count(*) > 0 and count(p.conversation_key) = 0
