-- @fragment The time zone of the days, weeks and hours of a report.
-- @parameter time_zone zone = UTC: Days, weeks and hours are those of this time zone, with its summer time.
cast(:time_zone as varchar)
