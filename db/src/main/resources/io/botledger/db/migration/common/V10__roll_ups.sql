-- What reports would else find out for every conversation each time they run, kept by the load: the first and the last
-- meaningful intent as the vendor's article counts them, and which labels repeat. `botledger verify` proves it against
-- the lists.

alter table botledger.conversations add column first_meaningful_intent_key bigint;
alter table botledger.conversations add column last_meaningful_intent_key bigint;
alter table botledger.conversation_labels add column is_repeat boolean default false not null;

update botledger.conversations c
set
  first_meaningful_intent_key = (
    select r.intent_key
    from botledger.intent_replies r
    join botledger.intents i on i.intent_key = r.intent_key
    where r.conversation_key = c.conversation_key
      and r.not_meaningful is false
      and i.intent_name not in ('Greeting', 'Talk to a human/agent')
    order by r.intent_at nulls last, r.position
    fetch first row only
  ),
  last_meaningful_intent_key = (
    select r.intent_key
    from botledger.intent_replies r
    join botledger.intents i on i.intent_key = r.intent_key
    where r.conversation_key = c.conversation_key
      and r.not_meaningful is false
      and i.intent_name not in ('Greeting', 'Talk to a human/agent')
    order by r.intent_at desc nulls last, r.position desc
    fetch first row only
  );

merge into botledger.conversation_labels l
using (
  select conversation_key, label_key, min(position) as first_position
  from botledger.conversation_labels
  group by conversation_key, label_key
  having count(*) > 1
) repeated
on l.conversation_key = repeated.conversation_key
  and l.label_key = repeated.label_key
  and l.position > repeated.first_position
when matched then update set is_repeat = true;

${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.conversations add constraint conversations_first_meaningful_intent_key_fk foreign key (first_meaningful_intent_key) references botledger.intents (intent_key) not enforced'; end if; end $$;
${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.conversations add constraint conversations_last_meaningful_intent_key_fk foreign key (last_meaningful_intent_key) references botledger.intents (intent_key) not enforced'; end if; end $$;

comment on column botledger.conversations.first_meaningful_intent_key is 'The earliest intent by time that is marked as meaningful and is neither Greeting nor Talk to a human/agent; null if there is none; see intents.';
comment on column botledger.conversations.last_meaningful_intent_key is 'The latest intent by time that is marked as meaningful and is neither Greeting nor Talk to a human/agent; null if there is none; see intents.';
comment on column botledger.conversation_labels.is_repeat is 'Whether the same label stands before it in the list.';
