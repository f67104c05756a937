-- @fragment The day that a selected conversation counts for, as a number of local_year_day; null for a start day that is not
--   known.
coalesce(
  ${local_year_day(${counted_at})},
  case cast(:day_of as varchar)
    when 'end' then cast(1000 * extract(year from export_date) + extract(doy from export_date) as integer)
  end
)
