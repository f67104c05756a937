-- @fragment When the conversation c was over; its start if it has no end, or one before its start.
case when c.ended_at > c.started_at then c.ended_at else c.started_at end
