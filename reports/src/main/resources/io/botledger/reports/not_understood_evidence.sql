-- @fragment What speaks against a count of not understood messages that is always 0: an aggregate over
--   group_counts with not_understood, the number of their conversations in which an answer from knowledge did not understand.
'in ' || cast(sum(not_understood) filter (where is_doubtful) as varchar)
  || ' of the conversations an answer from knowledge did not understand the visitor'
