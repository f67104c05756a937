-- @fragment The conversations that the common filters leave. counted_at is when a conversation counts, and
--   ${counted_date} the day.
-- @parameter day_of choice(start, end) = end: Which day a conversation counts for: the one on which it started or the
--   one on which it ended. A conversation without a start has no start day, and none of the days is its own; one without
--   an end ended on the day of its file.
${counted_conversations}
