-- @fragment The series that a selected conversation belongs to, as text, for a report whose rows are days or hours.
-- @parameter by choice(bot, channel, language): One series per bot (its id), channel or language; absent: one for all.
cast(
  case cast(:by as varchar)
    when 'bot' then bot_id
    when 'channel' then channel
    when 'language' then language
  end
  as varchar
)
