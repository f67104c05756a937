-- @fragment The number of a day, from 0 for 1970-01-01 on, to count with.
-- @argument date: A date.

-- The difference of two dates is a number in one database and an interval in the other.
cast(extract(epoch from ${date}) / 86400 as integer)
