-- @fragment The warning of bots that report no message as not understood, from silent_bot_names; null if there are none.
case
  when sum(silent_bot_count) over () > 0 then
    'not_understood_messages_count is 0 in all ' || cast(sum(silent_counted) over () as varchar)
      || ' conversations of ' || max(silent_bot_1) over ()
      || coalesce(', ' || max(silent_bot_2) over (), '')
      || coalesce(', ' || max(silent_bot_3) over (), '')
      || case
        when sum(silent_bot_count) over () > 3
          then ' and ' || cast(sum(silent_bot_count) over () - 3 as varchar) || ' more bots'
        else ''
      end
      || ' that have it, yet in ' || cast(sum(silent_contradicted) over () as varchar)
      || ' of their conversations an answer from knowledge did not understand the visitor; the export may not fill it in,'
      || ' and messages_understood_rate says nothing of '
      || case when sum(silent_bot_count) over () = 1 then 'this bot' else 'these bots' end
end
