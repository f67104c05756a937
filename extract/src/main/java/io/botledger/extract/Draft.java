package io.botledger.extract;

import java.util.ArrayList;
import java.util.List;

/** An object that is being read, used again for the next one: a slot for each known field, and the unknown ones. */
abstract class Draft {
    private final List<Slot<?>> slots = new ArrayList<>();
    private final Extras extras = new Extras();

    /** A slot that {@link #clear()} knows of. */
    final <T> Slot<T> slot() {
        Slot<T> slot = new Slot<>();
        slots.add(slot);
        return slot;
    }

    final Extras extras() {
        return extras;
    }

    void clear() {
        slots.forEach(Slot::clear);
        extras.clear();
    }
}
