-- @fragment Joins to the conversation c until when conversations of its bot must be over to be followed (followed_until):
--   then all is loaded that could be a recontact, as far as the bot's last file tells. One that starts on day x may stand
--   in the file of day x + 1.

-- With a sum in the condition H2 reads the few bots from its memory; without, it would count files for every row.
left join (
  select
    bot_key,
    timestamp with time zone '1970-01-01 00:00:00+00:00'
      + cast(extract(epoch from max(export_date)) as bigint) * interval '1' second - ${recontact_time} as followed_until
  from botledger.etl_loads
  where status = 'completed'
  group by bot_key
) as followed_bots on followed_bots.bot_key + 0 = c.bot_key
