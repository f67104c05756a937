-- @fragment The group of a selected conversation, as text, for a report that says by itself what else --by takes.
cast(
  case cast(:by as varchar)
    when 'day' then to_char(cast(${counted_date} as timestamp), 'YYYY-MM-DD')
    when 'week' then to_char(
      cast(${counted_date} - cast(extract(isodow from ${counted_date}) - 1 as integer) as timestamp), 'YYYY-MM-DD'
    )
    when 'month' then to_char(cast(${counted_date} as timestamp), 'YYYY-MM')
    when 'bot' then bot_id
    when 'channel' then channel
    when 'language' then language
  end
  as varchar
)
