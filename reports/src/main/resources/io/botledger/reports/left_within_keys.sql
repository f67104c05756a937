-- @fragment As within_keys, for a list that is joined from the left to conversations that are within the keys.
-- @argument key: The key.

-- PostgreSQL may read the list by itself, and then needs to know. H2 can only look up the rows of each conversation, and would
-- compare the key of each of them once more.
(${holds_windows_in_memory} or ${within_keys(${key})})
