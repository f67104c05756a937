-- @fragment Whether a selected conversation counts for a day before May 2026, when the vendor changed the tiers of
--   resolution, or for one since; null if it has no day.

-- The zone matters near the edge alone.
case
  when ${counted_at} < timestamp with time zone '2026-04-30 00:00:00+00:00' then 'before 2026-05'
  when ${counted_at} >= timestamp with time zone '2026-05-02 00:00:00+00:00' then 'since 2026-05'
  when ${counted_date} < date '2026-05-01' then 'before 2026-05'
  when ${counted_date} >= date '2026-05-01' then 'since 2026-05'
end
