-- @fragment In which of the dashboard's periods a selected conversation comes in: 0 for the last 7 days, 1 for the other
--   ones of the last 14, 2 of the last 28, 3 of the last 90, 4 of the last 365, 5 for those before.
-- @parameter last_7 date: First of the last 7 days.
-- @parameter last_14 date: First of the last 14 days.
-- @parameter last_28 date: First of the last 28 days.
-- @parameter last_90 date: First of the last 90 days.
-- @parameter last_365 date: First of the last 365 days.
case
  when ${dashboard_since(last_7)} then 0
  when ${dashboard_since(last_14)} then 1
  when ${dashboard_since(last_28)} then 2
  when ${dashboard_since(last_90)} then 3
  when ${dashboard_since(last_365)} then 4
  else 5
end
