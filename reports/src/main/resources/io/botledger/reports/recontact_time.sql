-- @fragment How long a customer has for a recontact. Hours, since a day of PostgreSQL is one of the session's time zone.
(least(cast(:within_days as bigint), 36500) * interval '24' hour)
