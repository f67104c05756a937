-- @fragment When a conversation counts; null where it has no such time.
case cast(:day_of as varchar) when 'start' then started_at else ended_at end
