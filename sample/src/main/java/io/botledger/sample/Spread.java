package io.botledger.sample;

import io.botledger.model.ExportFileName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many conversations each file holds: fewer at weekends, never the same twice, and exactly the total in sum. */
final class Spread {
    /** Monday first. */
    private static final int[] WEEKDAY_PERCENT = {118, 110, 106, 104, 100, 58, 46};

    private static final int NOISE_PERCENT = 10;

    private final Map<ExportFileName, Long> counts = new TreeMap<>();

    private Spread() {}

    static Spread of(SampleSettings settings, List<Bot> bots) {
        List<ExportFileName> names = new ArrayList<>();
        List<Long> weightsBefore = new ArrayList<>(List.of(0L));
        long sum = 0;
        for (int day = 0; day < settings.days(); day++) {
            LocalDate date = settings.firstDay().plusDays(day);
            for (Bot bot : bots) {
                int weight = bot.weight() * dayWeight(settings.seed(), date, bot);
                for (int shard = 0; shard < settings.shards(); shard++) {
                    names.add(new ExportFileName(bot.id(), date, shard));
                    sum += weight;
                    weightsBefore.add(sum);
                }
            }
        }
        return share(settings.conversations(), names, weightsBefore);
    }

    /** File i gets what lies between the rounded shares of all files before it and of all up to it. */
    private static Spread share(long total, List<ExportFileName> names, List<Long> weightsBefore) {
        Spread spread = new Spread();
        long sum = weightsBefore.get(names.size());
        for (int i = 0; i < names.size(); i++) {
            long from = total * weightsBefore.get(i) / sum;
            long to = total * weightsBefore.get(i + 1) / sum;
            spread.counts.put(names.get(i), to - from);
        }
        return spread;
    }

    private static int dayWeight(long seed, LocalDate date, Bot bot) {
        Dice dice = new Dice(Dice.seed(seed, date.toEpochDay(), bot.index(), -1));
        int noise = dice.between(100 - NOISE_PERCENT, 100 + NOISE_PERCENT);
        return WEEKDAY_PERCENT[date.getDayOfWeek().getValue() - 1] * noise / 100;
    }

    /** In the order of {@link ExportFileName#compareTo}. */
    List<ExportFileName> names() {
        return List.copyOf(counts.keySet());
    }

    /**
     * How many conversations the file holds.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    long count(ExportFileName name) {
        Long count = counts.get(name);
        if (count == null) {
            throw new IllegalArgumentException(name.format() + " is not one of the " + counts.size() + " sample files");
        }
        return count;
    }
}
