-- @fragment Whether an instant is of a day from :from to :to; true for any, also for none, where both are absent.
-- @argument time: A timestamp with time zone.

-- By instants before dates: see from_day_on.
(
  (cast(:from as date) is null or ${from_day_on(${time}, from)})
  and (
    cast(:to as date) is null
    or ${time} < cast(:to_lasts as timestamp with time zone)
    or (
      ${time} < cast(:to_ends as timestamp with time zone)
      and ${local_date(${time})} <= cast(:to as date)
    )
  )
)
