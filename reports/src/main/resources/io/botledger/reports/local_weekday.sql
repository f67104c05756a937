-- @fragment The weekday of an instant in the report's time zone, 1 (Monday) to 7 (Sunday).
-- @argument time: A timestamp with time zone.
cast(extract(isodow from ${time} at time zone ${time_zone}) as integer)
