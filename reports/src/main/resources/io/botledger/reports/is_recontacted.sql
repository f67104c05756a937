-- @fragment Whether one of customer_conversations is followed, and its customer came back in time.
(is_followed and time_to_next <= ${recontact_time})
