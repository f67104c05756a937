-- @fragment The day of an instant in the report's time zone.
-- @argument time: A timestamp with time zone.

-- A cast of the time would take the day of the session's zone in H2; its text and its fields never depend on the session.
cast(to_char(${time} at time zone ${time_zone}, 'YYYY-MM-DD') as date)
