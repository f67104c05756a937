-- @fragment The rows of a table, each once and as often again as its span says; step numbers the copies from 0. For rows
--   that nothing was counted for, such as days without conversations.
-- @argument source: A table with a column span, a whole number of 0 to 999,999.

-- Neither database has a series of numbers that the other knows. Left joins keep H2 from beginning with the digits.
select
  source.*,
  ones.digit + 10 * tens.digit + 100 * hundreds.digit + 1000 * thousands.digit + 10000 * ten_thousands.digit
    + 100000 * hundred_thousands.digit as step
from ${source} as source
left join ${digits} as hundred_thousands (digit) on 100000 * hundred_thousands.digit <= source.span
left join ${digits} as ten_thousands (digit) on 10000 * ten_thousands.digit <= source.span
left join ${digits} as thousands (digit) on 1000 * thousands.digit <= source.span
left join ${digits} as hundreds (digit) on 100 * hundreds.digit <= source.span
left join ${digits} as tens (digit) on 10 * tens.digit <= source.span
left join ${digits} as ones (digit) on ones.digit <= source.span
where ones.digit + 10 * tens.digit + 100 * hundreds.digit + 1000 * thousands.digit + 10000 * ten_thousands.digit
    + 100000 * hundred_thousands.digit <= source.span
