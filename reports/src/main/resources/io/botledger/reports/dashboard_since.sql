-- @fragment Whether a selected conversation counts for a day or a later one, decided by instants as in within_days.
-- @argument day: Name of the parameter that holds the day.
(case
  when counted_at is null then export_date >= cast(:${day} as date)
  else counted_at >= cast(:${day}_begins as timestamp with time zone)
    and (
      counted_at >= cast(:${day}_begins as timestamp with time zone) + interval '1' day
      or ${local_date(counted_at)} >= cast(:${day} as date)
    )
end)
