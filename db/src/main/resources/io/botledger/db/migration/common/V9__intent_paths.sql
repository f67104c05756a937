-- The way of a conversation through its intents, kept by the load: reports on intents would else put millions of replies
-- in order again each time. Intents without a name are no steps of it. `botledger verify` proves it against the lists.

alter table botledger.intent_replies add column next_intent_key bigint;
alter table botledger.intent_replies add column is_revisit boolean default false not null;
alter table botledger.conversations add column first_intent_key bigint;
alter table botledger.conversations add column last_intent_key bigint;

update botledger.intent_replies r
set
  next_intent_key = (
    select later.intent_key
    from botledger.intent_replies later
    join botledger.intents i on i.intent_key = later.intent_key
    where later.conversation_key = r.conversation_key and later.position > r.position and i.intent_name is not null
    order by later.position
    fetch first row only
  ),
  is_revisit = exists (
    select 1
    from botledger.intent_replies earlier
    join botledger.intents i on i.intent_key = earlier.intent_key
    where earlier.conversation_key = r.conversation_key
      and earlier.position < r.position
      and i.intent_name = (select intent_name from botledger.intents where intent_key = r.intent_key)
  );

update botledger.conversations c
set
  first_intent_key = (
    select r.intent_key
    from botledger.intent_replies r
    where r.conversation_key = c.conversation_key
    order by r.position
    fetch first row only
  ),
  last_intent_key = (
    select r.intent_key
    from botledger.intent_replies r
    where r.conversation_key = c.conversation_key
    order by r.position desc
    fetch first row only
  );

${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.intent_replies add constraint intent_replies_next_intent_key_fk foreign key (next_intent_key) references botledger.intents (intent_key) not enforced'; end if; end $$;
${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.conversations add constraint conversations_first_intent_key_fk foreign key (first_intent_key) references botledger.intents (intent_key) not enforced'; end if; end $$;
${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.conversations add constraint conversations_last_intent_key_fk foreign key (last_intent_key) references botledger.intents (intent_key) not enforced'; end if; end $$;

comment on column botledger.intent_replies.next_intent_key is 'The next intent of the list that has a name; null if none follows; see intents.';
comment on column botledger.intent_replies.is_revisit is 'Whether an intent of the same name stands before it in the list; false for one without a name.';
comment on column botledger.conversations.first_intent_key is 'The first intent of the list; null if there is none; see intents.';
comment on column botledger.conversations.last_intent_key is 'The last intent of the list; null if there is none; see intents.';
