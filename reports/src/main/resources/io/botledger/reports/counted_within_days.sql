-- @fragment Whether the conversation c counts for a day from :from to :to.
case cast(:day_of as varchar)
  when 'start' then ${within_days(c.started_at)}
  else ${within_days(c.ended_at)}
    or (
      c.ended_at is null
      and (cast(:from as date) is null or c.export_date >= cast(:from as date))
      and (cast(:to as date) is null or c.export_date <= cast(:to as date))
    )
end
