-- @fragment Whether an instant is of a day from :from to :to; true for any, also for none, where both are absent.
-- @argument time: A timestamp with time zone.

-- The edges decide for nearly all instants, in a form that an index can serve. Near them the date decides: where clocks
-- are put back over midnight, a few minutes of a day lie behind some of the next one.
((
  cast(:from as date) is null
  or (
    ${time} >= cast(:from_begins as timestamp with time zone)
    and (
      ${time} >= cast(:from_begins as timestamp with time zone) + interval '24' hour
      or ${local_date(${time})} >= cast(:from as date)
    )
  )
)
and (
  cast(:to as date) is null
  or (
    ${time} < cast(:to_ends as timestamp with time zone)
    and (
      ${time} < cast(:to_ends as timestamp with time zone) - interval '24' hour
      or ${local_date(${time})} <= cast(:to as date)
    )
  )
))
