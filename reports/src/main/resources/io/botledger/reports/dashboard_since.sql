-- @fragment Whether a selected conversation counts for a day or a later one.
-- @argument day: Name of the parameter that holds the day.
(case
  when ${counted_at} is null then export_date >= cast(:${day} as date)
  else ${from_day_on(${counted_at}, ${day})}
end)
