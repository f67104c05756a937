package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The bytes of one shard, over as many requests as it takes: a transfer that breaks goes on where it stopped if the server
 * gave a strong ETag and still holds that content, else it begins again ({@link RestartException}). For one thread.
 */
final class ApiDownload extends InputStream {
    private static final int MAX_RENEWALS = 2;
    /** What storage answers when a signed URL has expired or its object was replaced. */
    private static final Set<Integer> EXPIRED = Set.of(
            ApiAnswer.BAD_REQUEST, ApiAnswer.UNAUTHORIZED, ApiAnswer.FORBIDDEN, ApiAnswer.NOT_FOUND, ApiAnswer.GONE);

    private final ApiDay day;
    private final long shard;
    private final ApiAttempts attempts;
    private final long maxBytes;
    private final Validators validators;
    private final boolean unchanged;
    private final LongConsumer progress;
    private ApiAnswer answer;
    private long offset;
    private int renewals;

    /**
     * Sends the request; a server that has nothing but the known content says so.
     *
     * @param progress told the bytes of each read
     */
    ApiDownload(ApiDay day, long shard, Validators known, ApiAttempts attempts, long maxBytes, LongConsumer progress) {
        this.day = day;
        this.shard = shard;
        this.attempts = attempts;
        this.maxBytes = maxBytes;
        this.progress = progress;
        Map<String, String> conditions = RangeHeaders.unless(known);
        answer = request(conditions);
        unchanged = answer.status() == ApiAnswer.NOT_MODIFIED && !conditions.isEmpty();
        validators = Validators.of(answer);
        if (!unchanged && (answer.status() != ApiAnswer.OK || answer.webPage())) {
            close();
            throw unexpected();
        }
    }

    /** Whether the server has nothing else than what is known. */
    boolean unchanged() {
        return unchanged;
    }

    Validators validators() {
        return validators;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        while (true) {
            try {
                return counted(answer.body().read(target, from, length));
            } catch (TransferException broken) {
                close();
                attempts.failed(broken);
                resume();
            }
        }
    }

    @Override
    public void close() {
        answer.close();
    }

    private int counted(int read) {
        if (read < 0) {
            return read;
        }
        offset += read;
        if (offset > maxBytes) {
            throw error("expected at most " + maxBytes + " bytes, found more; raise the limit if the file is genuine");
        }
        attempts.reached(offset);
        progress.accept(read);
        return read;
    }

    private void resume() {
        String etag = validators.strongEtag().orElseThrow(RestartException::new);
        answer = request(RangeHeaders.from(offset, etag));
        if (answer.status() == ApiAnswer.PARTIAL && RangeHeaders.beginsAt(offset, answer)) {
            return;
        }
        close();
        throw new RestartException();
    }

    private ApiAnswer request(Map<String, String> headers) {
        while (true) {
            try {
                ApiAnswer given = day.get(shard, headers);
                if (!EXPIRED.contains(given.status()) || renewals == MAX_RENEWALS) {
                    return given;
                }
                given.close();
                renewals++;
                day.renew(shard);
            } catch (TransferException failure) {
                attempts.failed(failure);
            }
        }
    }

    private BotledgerException unexpected() {
        if (answer.status() == ApiAnswer.OK) {
            return error("expected a Data Export file, found a web page; run again later");
        }
        String tried = renewals == 0 ? "" : ", also with " + renewals + " new signed URLs";
        return error("expected the file, found status " + answer.status() + tried + "; run again later");
    }

    private BotledgerException error(String message) {
        return new BotledgerException(
                ErrorCode.SOURCE, day.day() + ", shard " + shard + " from " + day.host(shard) + ": " + message);
    }
}
