package io.botledger.cli;

import java.util.Optional;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Refuses what YAML can do and no configuration needs, event by event, before anything is built of it. */
final class YamlLimits {
    static final String NO_TAGS = "tags are not taken; put a text that begins with ! in quotes";
    private static final int MAX_DEPTH = 20;

    private int documents;
    private int depth;

    /** Why the event is refused; empty if it is not. */
    Optional<String> refuse(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            return Optional.of("a second document begins here; keep one, without --- in between");
        }
        if (event instanceof NodeEvent node && (event instanceof AliasEvent || node.getAnchor() != null)) {
            return Optional.of(
                    "anchors and aliases are not taken; write the value out, and put a text that begins with "
                            + "& or * in quotes");
        }
        if (tag(event) != null) {
            return Optional.of(NO_TAGS);
        }
        if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
            return Optional.of("more than " + MAX_DEPTH + " levels of nesting");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return Optional.empty();
    }

    private static String tag(Event event) {
        if (event instanceof CollectionStartEvent collection) {
            return collection.getTag();
        }
        return event instanceof ScalarEvent scalar ? scalar.getTag() : null;
    }
}
