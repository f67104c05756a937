-- @fragment Whether one of customer_conversations is followed, and its customer came back in time.
(has_customer and ${is_followed} and next_start <= left_at + ${recontact_time})
