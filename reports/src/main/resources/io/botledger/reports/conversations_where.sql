-- @fragment Sum of conversation_count over the rows where a condition holds; 0 if there are none.
-- @argument condition: The condition.
cast(coalesce(sum(conversation_count) filter (where ${condition}), 0) as bigint)
