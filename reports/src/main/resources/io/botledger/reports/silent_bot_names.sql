-- @fragment What silent_bots_text needs of each group of silent_bots.
    max(case when silent_place = 1 then silent_label end) as silent_bot_1,
    max(case when silent_place = 2 then silent_label end) as silent_bot_2,
    max(case when silent_place = 3 then silent_label end) as silent_bot_3,
    count(silent_place) as silent_bot_count,
    coalesce(sum(bot_counted) filter (where silent_place is not null), 0) as silent_counted,
    coalesce(sum(bot_contradicted) filter (where silent_place is not null), 0) as silent_contradicted
