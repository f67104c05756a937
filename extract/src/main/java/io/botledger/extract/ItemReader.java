package io.botledger.extract;

import java.io.IOException;

/** Reads the items of one kind of list. */
sealed interface ItemReader<T> permits IntentReplyReader, KnowledgeSourceReader, TriggeredReplyReader {
    /** Reads an object; null if it is rejected. */
    T object(JsonInput json) throws IOException;

    /** Makes an item of a text that is its name. */
    T named(String name);

    /** What an item is, for messages. */
    String expected();
}
