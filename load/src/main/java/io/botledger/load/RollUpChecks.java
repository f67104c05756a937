package io.botledger.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the load keeps beside the lists so that reports need not find it out, against the lists. Of the path through the
 * intents ({@link IntentPath}) each place is looked at beside its neighbours alone: if all are right, so is the whole path,
 * and no database has to put all replies in order.
 */
final class RollUpChecks {
    private static final String GAPS_IN_PATH = """
            select count(*)
            from botledger.intent_replies r
            left join botledger.intent_replies before
              on before.conversation_key = r.conversation_key and before.position = r.position - 1
            where r.position <> 0 and before.position is null
            """;

    private static final String WRONG_ENDS_OF_PATH = """
            select count(*)
            from botledger.conversations c
            left join botledger.intent_replies r on r.conversation_key = c.conversation_key
            left join botledger.intent_replies after
              on after.conversation_key = r.conversation_key and after.position = r.position + 1
            where (r.position is null and (c.first_intent_key is not null or c.last_intent_key is not null))
              or (r.position = 0 and c.first_intent_key is distinct from r.intent_key)
              or (r.position is not null and after.position is null and c.last_intent_key is distinct from r.intent_key)
            """;

    private static final String WRONG_NEXT_ON_PATH = """
            select count(*)
            from botledger.intent_replies r
            left join botledger.intent_replies after
              on after.conversation_key = r.conversation_key and after.position = r.position + 1
            left join botledger.intents i on i.intent_key = after.intent_key
            where r.next_intent_key is distinct from
              case when i.intent_name is null then after.next_intent_key else after.intent_key end
            """;

    private static final String WRONG_REVISITS_ON_PATH = """
            select count(*)
            from botledger.intent_replies r
            join botledger.intents i on i.intent_key = r.intent_key
            where r.is_revisit <> (
              exists (
                select 1
                from botledger.intent_replies earlier
                join botledger.intents e on e.intent_key = earlier.intent_key
                where earlier.conversation_key = r.conversation_key
                  and earlier.position < r.position
                  and e.intent_name = i.intent_name
              )
            )
            """;

    private static final String WRONG_MEANINGFUL_INTENTS = """
            select count(*)
            from botledger.conversations c
            where c.first_meaningful_intent_key is distinct from (
                select r.intent_key
                from botledger.intent_replies r
                join botledger.intents i on i.intent_key = r.intent_key
                where r.conversation_key = c.conversation_key
                  and r.not_meaningful is false
                  and i.intent_name not in ('Greeting', 'Talk to a human/agent')
                order by r.intent_at nulls last, r.position
                fetch first row only
              )
              or c.last_meaningful_intent_key is distinct from (
                select r.intent_key
                from botledger.intent_replies r
                join botledger.intents i on i.intent_key = r.intent_key
                where r.conversation_key = c.conversation_key
                  and r.not_meaningful is false
                  and i.intent_name not in ('Greeting', 'Talk to a human/agent')
                order by r.intent_at desc nulls last, r.position desc
                fetch first row only
              )
            """;

    private static final String WRONG_REPEATS = """
            select count(*)
            from botledger.conversation_labels l
            where l.is_repeat <> (
              exists (
                select 1
                from botledger.conversation_labels earlier
                where earlier.conversation_key = l.conversation_key
                  and earlier.position < l.position
                  and earlier.label_key = l.label_key
              )
            )
            """;

    /** Queries that count what contradicts, by what should hold; in the order in which they are to be told. */
    static final Map<String, String> VIOLATIONS;

    static {
        Map<String, String> violations = new LinkedHashMap<>();
        violations.put("places of intents are without gaps", GAPS_IN_PATH);
        violations.put("first and last intent of a conversation are those of its list", WRONG_ENDS_OF_PATH);
        violations.put("next intents are those of the list", WRONG_NEXT_ON_PATH);
        violations.put("revisits are of intents that stand in the list before", WRONG_REVISITS_ON_PATH);
        violations.put("first and last meaningful intent are those of the list by time", WRONG_MEANINGFUL_INTENTS);
        violations.put("labels repeat others that stand in the list before", WRONG_REPEATS);
        VIOLATIONS = Collections.unmodifiableMap(violations);
    }

    private RollUpChecks() {}
}
