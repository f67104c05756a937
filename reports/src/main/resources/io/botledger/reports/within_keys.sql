-- @fragment Whether a row can be of a conversation of a day from :from to :to, by its conversation's key.
-- @argument key: The key.

-- What makes a report read no more of the tables than it needs; the days themselves are still to be looked at.
${key} between cast(:first_conversation_key as bigint) and cast(:last_conversation_key as bigint)
