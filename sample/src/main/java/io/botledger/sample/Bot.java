package io.botledger.sample;

/**
 * What makes one bot differ from another.
 *
 * @param index 0-based
 * @param weight how much of the conversations it has, compared with the other bots
 * @param languages languages that its visitors write
 * @param greeting the intent of a visitor that only says hello
 * @param agent the intent of a visitor that asks for a human
 * @param topics its other intents
 * @param replies what it can answer
 */
record Bot(
        int index,
        String id,
        String name,
        int weight,
        Weighted<String> languages,
        Intent greeting,
        Intent agent,
        Weighted<Intent> topics,
        Weighted<Reply> replies) {

    /** Whether it counts no message as not understood, as one tenant's did. */
    boolean neverCountsNotUnderstood() {
        return index % 3 == 2;
    }
}
