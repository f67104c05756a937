-- @fragment The day that a selected conversation counts for; null for a start day that is not known.
coalesce(${local_date(${counted_at})}, case cast(:day_of as varchar) when 'end' then export_date end)
