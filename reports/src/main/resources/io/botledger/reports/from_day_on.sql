-- @fragment Whether an instant is of a day that a parameter gives, or of a later one.
-- @argument time: A timestamp with time zone.
-- @argument day: Name of the parameter.

-- One comparison decides. Only where clocks change about then the date decides between the edges: where they are put back over
-- midnight, a few minutes of a day lie behind some of the next one. No sum of an edge and an interval, which both databases would
-- compute for every row.
(
  ${time} >= cast(:${day}_begun as timestamp with time zone)
  or (
    ${time} >= cast(:${day}_begins as timestamp with time zone)
    and ${local_date(${time})} >= cast(:${day} as date)
  )
)
