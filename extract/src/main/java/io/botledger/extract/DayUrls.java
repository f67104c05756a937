package io.botledger.extract;

import io.botledger.model.ExportFileName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which signed URL is which shard of a day. When every address ends in the vendor's name of a file, the name tells the
 * shard; when none does, the shards are the addresses in the order of their paths. Two signatures of one file count once.
 */
final class DayUrls {
    private final BotDay day;
    private final ApiErrors errors;

    private DayUrls(BotDay day, ApiErrors errors) {
        this.day = day;
        this.errors = errors;
    }

    static Map<Long, SignedUrl> byShard(List<String> urls, BotDay day, SignedUrlGate gate, ApiErrors errors) {
        Map<String, SignedUrl> objects = new TreeMap<>();
        for (int i = 0; i < urls.size(); i++) {
            SignedUrl url = gate.admit(urls.get(i), "signed URL " + (i + 1) + " of " + urls.size(), errors);
            objects.putIfAbsent(url.object(), url);
        }
        return new DayUrls(day, errors).numbered(List.copyOf(objects.values()));
    }

    private Map<Long, SignedUrl> numbered(List<SignedUrl> urls) {
        Map<Long, SignedUrl> byShard = new TreeMap<>();
        int named = 0;
        for (int i = 0; i < urls.size(); i++) {
            Optional<ExportFileName> name = ExportFileName.parse(urls.get(i).fileName());
            named += name.isPresent() ? 1 : 0;
            long shard = name.map(this::shardOf).orElse((long) i);
            if (byShard.put(shard, urls.get(i)) != null) {
                throw errors.source("expected one signed URL for each shard, found two for shard " + shard
                        + "; report it to the vendor");
            }
        }
        if (named != 0 && named != urls.size()) {
            throw errors.source("expected the vendor's file names in all " + urls.size() + " signed URLs or in none,"
                    + " found them in " + named + "; report it to the vendor");
        }
        return new LinkedHashMap<>(byShard);
    }

    private long shardOf(ExportFileName name) {
        if (!name.botId().equalsIgnoreCase(day.botId()) || !name.exportDate().equals(day.day())) {
            throw errors.source("expected files of this bot and day, found a file of another; report it to the vendor");
        }
        return name.shard();
    }
}
