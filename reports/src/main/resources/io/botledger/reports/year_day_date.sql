-- @fragment The date that a number of local_year_day stands for.
-- @argument number: The number, of a year from 1 on.
cast(
  date '0001-01-01' + cast(
    365 * (${number} / 1000 - 1) + (${number} / 1000 - 1) / 4 - (${number} / 1000 - 1) / 100
      + (${number} / 1000 - 1) / 400 + mod(${number}, 1000) - 1 as integer
  ) as date
)
