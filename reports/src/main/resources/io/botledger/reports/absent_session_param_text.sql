-- @fragment What to say where no selected conversation has the session parameter that a report is about.
'no selected conversation has a session parameter "' || cast(:session_param as varchar)
  || '"; name one that they have with --session-param'
