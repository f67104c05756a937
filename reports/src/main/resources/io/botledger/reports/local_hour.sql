-- @fragment The hour of an instant in the report's time zone, 0 to 23.
-- @argument time: A timestamp with time zone.
cast(extract(hour from ${time} at time zone ${time_zone}) as integer)
