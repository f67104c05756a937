-- @fragment The key of the session parameter that a report is about, of the first of several; null if no conversation has it.
cast(:session_param_key as bigint)
