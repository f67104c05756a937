-- @fragment Whether a row of a list can be of a conversation of a day from :from to :to, by its conversation's key, for lists
--   that are joined to conversations of these days alone.
-- @argument key: The key.

-- PostgreSQL may read a list by itself, and then needs to know. H2 looks up the rows of each conversation, and would compare the
-- key of each of them once more.
(${holds_windows_in_memory} or ${within_keys(${key})})
