package io.botledger.load;

import io.botledger.model.IntentReply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

    /**
     * Each label of a conversation is no repeat in its first place, and there alone. Asked label by label only of conversations
     * where one may repeat: H2 keeps these groups in its memory, and goes through those of the others in the order of the index.
     * From the left, so that it begins with them.
     */
    private static final String WRONG_REPEATS = """
            select count(*)
            from (
              select 1 as one
              from (
                select conversation_key
                from botledger.conversation_labels
                group by conversation_key
                having count(*) <> count(distinct label_key) or count(*) <> count(*) filter (where not is_repeat)
              ) repeating
              left join botledger.conversation_labels l on l.conversation_key = repeating.conversation_key
              group by l.conversation_key, l.label_key
              having count(*) filter (where not l.is_repeat) <> 1
                or min(l.position) <> min(l.position) filter (where not l.is_repeat)
            ) labels_with_wrong_repeats
            """;

    /** Queries that count what contradicts, by what should hold; in the order in which they are to be told. */
    static final Map<String, String> VIOLATIONS;

    static {
        Map<String, String> violations = new LinkedHashMap<>();
        violations.put("places of intents are without gaps", GAPS_IN_PATH);
        violations.put("first and last intent of a conversation are those of its list", WRONG_ENDS_OF_PATH);
        violations.put("next intents are those of the list", WRONG_NEXT_ON_PATH);
        violations.put("revisits are of intents that stand in the list before", WRONG_REVISITS_ON_PATH);
        violations.put("first and last meaningful intent are those of the list by time", wrongMeaningfulIntents());
        violations.put("labels repeat others that stand in the list before", WRONG_REPEATS);
        VIOLATIONS = Collections.unmodifiableMap(violations);
    }

    private RollUpChecks() {}

    private static String wrongMeaningfulIntents() {
        return "select count(*) from botledger.conversations c where c.first_meaningful_intent_key is distinct from ("
                + meaningfulIntent("asc") + ") or c.last_meaningful_intent_key is distinct from ("
                + meaningfulIntent("desc")
                + ")";
    }

    private static String meaningfulIntent(String direction) {
        String passedOver = IntentReply.PASSED_OVER.stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return """
                select r.intent_key
                from botledger.intent_replies r
                join botledger.intents i on i.intent_key = r.intent_key
                where r.conversation_key = c.conversation_key
                  and r.not_meaningful is false
                  and i.intent_name not in (<passed_over>)
                order by r.intent_at <direction> nulls last, r.position <direction>
                fetch first row only
                """.replace("<passed_over>", passedOver).replace("<direction>", direction);
    }
}
