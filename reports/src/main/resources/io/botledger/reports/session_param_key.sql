-- @fragment The key of the session parameter that a report is about; null if no conversation has one of this name.
(
  select session_param_name_key
  from botledger.session_param_names
  where param_name = cast(:session_param as varchar)
)
