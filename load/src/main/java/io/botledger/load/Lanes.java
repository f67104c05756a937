package io.botledger.load;

import io.botledger.model.ExportFileName;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Decides which files may be loaded beside each other: those of which this session, or the ledger, knows no other version.
 * Every other file is loaded alone, since it takes rows away, and other files' rows come back in their place.
 *
 * <p>Files beside each other only add rows and make rows of lower files no longer count. Two of them that hold one
 * conversation can't see each other's rows; but then both want to write a row of it that counts, which the unique
 * constraint on {@code (bot_key, conversation_id, is_current)} refuses to the second, or, if they wait for each other in a
 * circle, the database breaks one of them off. That one is rolled back and loaded once more, alone. If one of the two
 * need not write a row that counts, because a third file outranks it, then it is right whatever the other does: no row of
 * the third can go meanwhile, except for a row that ranks higher still. So the tables are the same as if the files had
 * been loaded one after the other.
 */
final class Lanes {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Set<ExportFileName> met = ConcurrentHashMap.newKeySet();

    /** Does work that adds a file beside others; empty if the session met the file before, or the work gave no result. */
    <T> Optional<T> beside(ExportFileName file, Supplier<Optional<T>> work) {
        lock.readLock().lock();
        try {
            return met.add(file) ? work.get() : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Does work while no other is done. */
    <T> T alone(ExportFileName file, Supplier<T> work) {
        lock.writeLock().lock();
        try {
            met.add(file);
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
