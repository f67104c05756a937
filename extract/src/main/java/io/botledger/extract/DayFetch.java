package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Fetches one bot's day into the landing folder. For one thread. */
final class DayFetch {
    private final BotDay day;
    private final ExportApi api;
    private final LandingFolder landing;
    private final LongConsumer progress;
    private final List<String> warnings = new ArrayList<>();
    private int files;
    private int newVersions;
    private long bytes;

    DayFetch(BotDay day, ExportApi api, LandingFolder landing, LongConsumer progress) {
        this.day = day;
        this.api = api;
        this.landing = landing;
        this.progress = progress;
    }

    /** Errors of the source are a result, others are thrown. */
    BotDayResult run() {
        try {
            Optional<ApiDay> listed = api.open(day);
            if (listed.isEmpty()) {
                return absent();
            }
            fetch(listed.get());
            return result(newVersions > 0 ? FetchOutcome.FETCHED : FetchOutcome.UNCHANGED, null);
        } catch (BotledgerException failure) {
            if (failure.code() != ErrorCode.SOURCE) {
                throw failure;
            }
            return result(FetchOutcome.FAILED, failure);
        }
    }

    private BotDayResult absent() {
        int here = landing.shards(day).size();
        if (here > 0) {
            warnings.add(day + ": the API has no export any more; the landed files (" + here + ") stay");
        }
        landing.absent(day);
        return result(FetchOutcome.ABSENT, null);
    }

    private void fetch(ApiDay listed) {
        Set<Long> shards = Set.copyOf(listed.shards());
        files = shards.size();
        landing.shards(day).stream()
                .filter(shard -> !shards.contains(shard))
                .forEach(shard ->
                        warnings.add(day + ": the API no longer lists shard " + shard + "; the landed file stays"));
        for (long shard : List.copyOf(listed.shards())) {
            newVersions += fetch(listed, shard) ? 1 : 0;
        }
        landing.complete(day, listed.shards());
    }

    private boolean fetch(ApiDay listed, long shard) {
        String what = day + ", shard " + shard + " from " + listed.host(shard);
        ApiAttempts attempts =
                new ApiAttempts(what, "the network", api.settings().retries(), api.timing());
        LandingWriter writer = new LandingWriter(what, api.settings().limits());
        while (true) {
            try {
                return attempt(listed, shard, writer, attempts);
            } catch (RestartException | BotledgerException failure) {
                requireAnotherChance(failure, attempts);
            }
        }
    }

    private boolean attempt(ApiDay listed, long shard, LandingWriter writer, ApiAttempts attempts) {
        long most = api.settings().limits().maxInflatedBytes();
        Validators known = landing.known(day, shard);
        try (ApiDownload download = new ApiDownload(listed, shard, known, attempts, most, this::received)) {
            if (download.unchanged()) {
                return false;
            }
            Sighting sighting = Sighting.ofApi(listed.host(shard), landing.now(), download.validators());
            return landing.land(day, shard, download, writer, sighting);
        }
    }

    /**
     * Returns if another attempt may succeed: what is whole to HTTP and yet ends in the middle may come better the next
     * time; a content that is no export will not.
     */
    private static void requireAnotherChance(RuntimeException failure, ApiAttempts attempts) {
        if (failure instanceof BotledgerException known) {
            switch (known.code()) {
                case FILE_TRUNCATED ->
                    attempts.failed(
                            new TransferException("the content ends in the middle", TransferException.Reach.SOURCE));
                case FILE_UNREADABLE -> throw new BotledgerException(ErrorCode.SOURCE, known.getMessage());
                default -> throw known;
            }
        }
    }

    private void received(long count) {
        bytes += count;
        progress.accept(count);
    }

    private BotDayResult result(FetchOutcome outcome, BotledgerException error) {
        return new BotDayResult(day, outcome, files, newVersions, bytes, warnings, Optional.ofNullable(error));
    }
}
