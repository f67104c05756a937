package io.botledger.extract;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of one bot and day, with signed URLs that are asked for anew when they have expired. For one thread. */
final class ApiDay {
    private static final int MAX_REDIRECTS = 3;

    private final BotDay day;
    private final SignedUrlRequest request;
    private final SignedUrlGate gate;
    private final ApiTransport transport;
    private final ApiTiming timing;
    private final ApiErrors errors;
    private Map<Long, SignedUrl> urls;

    ApiDay(
            BotDay day,
            List<String> urls,
            SignedUrlRequest request,
            SignedUrlGate gate,
            ApiTransport transport,
            ApiTiming timing) {
        this.day = day;
        this.request = request;
        this.gate = gate;
        this.transport = transport;
        this.timing = timing;
        errors = new ApiErrors(day);
        this.urls = DayUrls.byShard(urls, day, gate, errors);
    }

    BotDay day() {
        return day;
    }

    /** Numbers of the shards, ascending. */
    Set<Long> shards() {
        return urls.keySet();
    }

    String host(long shard) {
        return urls.get(shard).host();
    }

    /** Asks for new signed URLs. */
    void renew(long shard) {
        List<String> renewed = request.send(day).orElse(List.of());
        Map<Long, SignedUrl> byShard = DayUrls.byShard(renewed, day, gate, errors);
        if (!byShard.keySet().containsAll(urls.keySet())) {
            throw errors.source("expected a new signed URL for shard " + shard + " and all others, found fewer;"
                    + " run again later");
        }
        urls = byShard;
    }

    /** Asks for a shard, without any key, and follows redirects as far as they lead to allowed hosts. */
    ApiAnswer get(long shard, Map<String, String> headers) throws TransferException {
        SignedUrl url = urls.get(shard);
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            ApiAnswer answer = send(url, headers);
            if (!answer.redirect()) {
                return answer;
            }
            answer.close();
            url = gate.follow(url, answer.header("Location").orElse(""), "the redirect of shard " + shard, errors);
        }
        throw errors.source("shard " + shard + ": expected at most " + MAX_REDIRECTS
                + " redirects, found more; report it to the vendor");
    }

    private ApiAnswer send(SignedUrl url, Map<String, String> headers) throws TransferException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(url.reveal()).GET();
        headers.forEach(builder::header);
        ApiAnswer answer = transport.send(builder);
        try {
            return answer.settled(timing.clock());
        } catch (TransferException busy) {
            answer.close();
            throw busy;
        }
    }
}
