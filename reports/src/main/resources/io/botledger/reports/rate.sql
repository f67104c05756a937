-- @fragment A share of two whole numbers with 6 digits, rounded half up (away from zero); null where the denominator
--   is 0 or a number is null.
-- @argument numerator: A whole number of less than 10^18.
-- @argument denominator: A whole number from 0 to 10^13.

-- The quotient is rounded twice, but the first time so far behind that it can't show: a numerator of 20 digits makes
-- both databases keep at least 20 digits of the quotient. It could only change the second rounding by reaching a tie
-- (an odd multiple of 1/2,000,000) that the exact quotient does not lie on, yet from such a tie n/d is at least
-- 1/(2,000,000 d) away, which is more than 10^-20 for every d up to 10^13.
cast(round(cast(${numerator} as decimal(38, 20)) / nullif(${denominator}, 0), 6) as decimal(30, 6))
