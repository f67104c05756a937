package io.botledger.extract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;

/** Asks the API for the signed URLs of a day. For any thread. */
final class SignedUrlRequest {
    private static final int MAX_ANSWER_BYTES = 4 << 20;
    private static final String PLACES = "base in the configuration and the network";

    private final ApiSettings settings;
    private final String organizationId;
    private final Secret key;
    private final ApiTransport transport;
    private final ApiTiming timing;

    SignedUrlRequest(
            ApiSettings settings, String organizationId, Secret key, ApiTransport transport, ApiTiming timing) {
        this.settings = settings;
        this.organizationId = organizationId;
        this.key = key;
        this.transport = transport;
        this.timing = timing;
    }

    /** The addresses as they came; empty if there is no export of the day (404, or an empty list). */
    Optional<List<String>> send(BotDay day) {
        ApiErrors errors = new ApiErrors(day);
        ApiAttempts attempts = new ApiAttempts(day + ": signed URLs", PLACES, settings.retries(), timing);
        while (true) {
            try (ApiAnswer answer = transport.send(request(day)).settled(timing.clock())) {
                return meaning(answer, day, errors);
            } catch (TransferException failure) {
                attempts.failed(failure);
            }
        }
    }

    private Optional<List<String>> meaning(ApiAnswer answer, BotDay day, ApiErrors errors) throws TransferException {
        if (answer.status() == ApiAnswer.NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != ApiAnswer.OK) {
            throw errors.ofStatus(answer);
        }
        List<String> urls = SignedUrlList.parse(bytes(answer, errors), day, errors);
        int most = settings.limits().maxFilesPerDay();
        if (urls.size() > most) {
            throw errors.tooLong("files", most);
        }
        return urls.isEmpty() ? Optional.empty() : Optional.of(urls);
    }

    private static byte[] bytes(ApiAnswer answer, ApiErrors errors) throws TransferException {
        try {
            byte[] bytes = answer.body().readNBytes(MAX_ANSWER_BYTES + 1);
            if (bytes.length > MAX_ANSWER_BYTES) {
                throw errors.tooLong("bytes in the list of signed URLs", MAX_ANSWER_BYTES);
            }
            return bytes;
        } catch (TransferException failure) {
            throw failure;
        } catch (IOException failure) {
            throw TransferException.of(failure);
        }
    }

    private HttpRequest.Builder request(BotDay day) {
        String authorization = (settings.scheme() + " " + key.reveal()).strip();
        String body = "{\"date\":\"" + day.day() + "\",\"ttl\":" + settings.ttlMinutes() + "}";
        URI address = URI.create(
                settings.base() + "/data-export/" + settings.version().path() + "/get-signed-urls");
        return HttpRequest.newBuilder(address)
                .header("authorization", authorization)
                .header("organizationId", organizationId)
                .header("botId", day.botId())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
