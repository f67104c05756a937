-- @fragment Whether all is loaded that could be a recontact of one of customer_conversations.
coalesce(left_at < followed_until, false)
