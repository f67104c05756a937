-- @title Dashboard: reach
-- @question From which to which day is there data?
-- @column first_day date: The first day (UTC) of which an export is loaded; null if there is none.
-- @column last_day date: The last day (UTC) of which an export is loaded; null if there is none.
-- @order One row.
select min(export_date) as first_day, max(export_date) as last_day
from botledger.etl_loads
where status = 'completed'
