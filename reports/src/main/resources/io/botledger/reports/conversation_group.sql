-- @fragment The group of a selected conversation, as text.
-- @parameter by choice(day, week, month, bot, channel, language): One row per day (YYYY-MM-DD), week (the date of its
--   Monday), month (YYYY-MM), bot (its id), channel or language; absent: one row for all.
${group_text}
