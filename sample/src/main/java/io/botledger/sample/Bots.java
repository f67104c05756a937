package io.botledger.sample;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The bots of every sample: three with a name, any further ones numbered. They do not depend on the seed. */
final class Bots {
    private static final List<String> IDS =
            List.of("5f3c9a1be4b0d7a2c8e61f04", "60b8d295e13c7a0012f4ab9e", "64e01c7fa2d95b00137c3d58");
    private static final List<String> NAMES = List.of("Acme Assistant", "Müller Hilfe", "ご案内ボット");
    private static final List<Weighted<String>> LANGUAGES = List.of(
            Weighted.of(List.of("en", "es", "fr", "ar", "tr", "de", "pt-BR"), 70, 10, 8, 5, 3, 3, 1),
            Weighted.of(List.of("de", "en", "tr", "fr", "ar"), 76, 13, 6, 4, 1),
            Weighted.of(List.of("ja", "en", "zh", "ko"), 84, 11, 3, 2));
    private static final long INTENT_KIND = 1;
    private static final long REPLY_KIND = 2;
    private static final long BOT_KIND = 3;
    private static final int PART_ID_DIGITS = 12;
    private static final int LARGEST_WEIGHT = 12;

    private Bots() {}

    static List<Bot> first(int count) {
        return IntStream.range(0, count).mapToObj(Bots::bot).toList();
    }

    private static Bot bot(int index) {
        List<Intent> intents = intents(index);
        return new Bot(
                index,
                index < IDS.size() ? IDS.get(index) : botId(index),
                index < NAMES.size() ? NAMES.get(index) : "Service bot " + (index + 1),
                Math.max(1, LARGEST_WEIGHT / (index + 1)),
                LANGUAGES.get(index % LANGUAGES.size()),
                intents.get(0),
                intents.get(1),
                Weighted.zipf(intents.subList(2, intents.size())),
                Weighted.zipf(replies(index)));
    }

    private static List<Intent> intents(int bot) {
        List<String> names = new ArrayList<>(List.of("Greeting", "Talk to a human/agent"));
        names.addAll(Vocabulary.read("intents-" + bot % LANGUAGES.size() + ".txt"));
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Intent(partId(INTENT_KIND, bot, i), names.get(i)))
                .toList();
    }

    private static List<Reply> replies(int bot) {
        List<String> lines = Vocabulary.read("replies.txt");
        return IntStream.range(0, lines.size())
                .mapToObj(i -> reply(partId(REPLY_KIND, bot, i), lines.get(i)))
                .toList();
    }

    private static Reply reply(String id, String line) {
        int bar = line.indexOf('|');
        return new Reply(id, line.substring(bar + 1), line.substring(0, bar));
    }

    /** 24 hex digits, like the vendor's. */
    private static String botId(int index) {
        return partId(BOT_KIND, index, 0) + partId(BOT_KIND, index, 1);
    }

    private static String partId(long kind, int bot, int number) {
        return HexFormat.of().toHexDigits(Dice.seed(kind, bot, number, 0), PART_ID_DIGITS);
    }
}
