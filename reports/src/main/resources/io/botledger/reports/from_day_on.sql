-- @fragment Whether an instant is of a day that a parameter gives, or of a later one.
-- @argument time: A timestamp with time zone.
-- @argument day: Name of the parameter.

-- The edge decides for nearly all instants, in a form that an index can serve. Near it the date decides: where clocks are
-- put back over midnight, a few minutes of a day lie behind some of the next one. Hours, since a day of PostgreSQL is one of
-- the session's time zone.
(${time} >= cast(:${day}_begins as timestamp with time zone)
and (
  ${time} >= cast(:${day}_begins as timestamp with time zone) + interval '24' hour
  or ${local_date(${time})} >= cast(:${day} as date)
))
