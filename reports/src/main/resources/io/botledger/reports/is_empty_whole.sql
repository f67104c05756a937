-- @fragment Whether there is one group for all and no conversation is selected for it.
cast(:by as varchar) is null
  and not exists (select 1 ${conversation_tables} where ${is_counted})
