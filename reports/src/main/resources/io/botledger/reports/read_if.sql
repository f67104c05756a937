-- @fragment Whether the rows with a key are to be read: none of them where a condition on parameters does not hold. For a
--   part of a query that some parameters leave out.
-- @argument key: A key that is indexed.
-- @argument condition: The condition, which holds for all rows or for none.

-- By the key, so that no database reads a row only to drop it.
${key} >= case when ${condition} then 0 else 9223372036854775807 end
