-- @fragment Whether session parameters are named.
cast(:session_param as varchar array) is not null
