-- @fragment The day of an instant in the report's time zone as a number to group by: 2026032 is the first of February.
-- @argument time: A timestamp with time zone.

-- In H2 the text of a time takes five times as long as these fields (2.5 µs on 2 cores), which depend on no session either.
cast(
  1000 * extract(year from ${time} at time zone ${time_zone}) + extract(doy from ${time} at time zone ${time_zone})
  as integer
)
