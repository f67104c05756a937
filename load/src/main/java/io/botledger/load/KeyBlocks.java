package io.botledger.load;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Lends each file that is being loaded keys of its own: rows of files that are loaded beside each other then go to
 * different pages of an index. What a file leaves of a block, the next one uses. Safe for use by several threads.
 */
final class KeyBlocks {
    private final Supplier<Keys> more;
    private final Queue<Keys> idle = new ConcurrentLinkedQueue<>();

    KeyBlocks(Supplier<Keys> more) {
        this.more = more;
    }

    Keys borrow() {
        Keys keys = idle.poll();
        return keys == null ? more.get() : keys;
    }

    void giveBack(Keys keys) {
        idle.add(keys);
    }
}
