-- @fragment Whether the common filters leave a conversation c of the bot b.
-- @parameter day_of choice(start, end) = end: Which day a conversation counts for: the one on which it started or the
--   one on which it ended. A conversation without a start has no start day, and none of the days is its own; one without
--   an end ended on the day of its file.
${is_counted}
