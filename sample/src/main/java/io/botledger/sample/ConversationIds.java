package io.botledger.sample;

import java.util.HexFormat;
import java.util.UUID;

/** The ids of the conversations of one file. */
final class ConversationIds {
    private static final int SHARD_BITS = 10;
    private static final int PLACE_BITS = 32;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NO_PLATFORM_PER_THOUSAND = 20;
    private static final int LONG_LIVED_PER_THOUSAND = 200;
    private static final long FIRST_TICKET = 1_000_000;

    private final long botSeed;
    private final long filePart;

    ConversationIds(long seed, Bot bot, long epochDay, long shard) {
        this.botSeed = Dice.seed(seed, bot.index(), 0, 0);
        this.filePart = (epochDay << SHARD_BITS | shard) << PLACE_BITS;
    }

    /**
     * 24 hex digits like the vendor's: eight of the start in seconds, then sixteen that no other conversation of the bot
     * has, since day, shard and place are packed into one number and scrambled one to one.
     */
    String conversationId(Timeline timeline, long place) {
        HexFormat hex = HexFormat.of();
        long unique = Dice.mix(botSeed ^ (filePart | place));
        return hex.toHexDigits(timeline.start() / MICROS_PER_SECOND, 8) + hex.toHexDigits(unique);
    }

    /** May be null. Comes again with the same customer: for every ticket, and for some chats. */
    String platformConversationId(Dice dice, Frame frame) {
        if (dice.chance(NO_PLATFORM_PER_THOUSAND)) {
            return null;
        }
        if (frame.ticket()) {
            return Long.toString(FIRST_TICKET + frame.customer());
        }
        long low = dice.nextLong();
        if (dice.chance(LONG_LIVED_PER_THOUSAND)) {
            low = frame.customer();
        }
        return new UUID(Dice.mix(botSeed + low), Dice.mix(botSeed ^ low)).toString();
    }
}
