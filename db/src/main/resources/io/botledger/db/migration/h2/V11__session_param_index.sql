-- The value stands in the index as well: reports over session parameters then need not look for each one's row. "If exists", as
-- H2 may have saved that the old index is gone when a death ends this before the new one is made.
drop index if exists botledger.session_params_ix;
create index session_params_ix on botledger.session_params (conversation_key, session_param_name_key, param_value);
