-- @fragment Whether the common filters leave a conversation c of the bot b, for a report that says by itself which --day-of
--   it takes.
-- @parameter from date: First day that counts; absent: from the beginning.
-- @parameter to date: Last day that counts; absent: to the end.
${passes_filters}
  and ${within_keys(c.conversation_key)}
  and ${counted_within_days}
