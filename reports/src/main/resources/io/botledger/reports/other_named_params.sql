-- @fragment The keys of the named session parameters but ${session_param_key}.
(
  select session_param_name_key
  from botledger.session_param_names
  where param_name = any (cast(:session_param as varchar array)) and session_param_name_key > ${session_param_key}
)
