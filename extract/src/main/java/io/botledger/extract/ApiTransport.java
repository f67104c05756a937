package io.botledger.extract;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests. Follows no redirect: where one leads has to be looked at first. For any thread. */
final class ApiTransport {
    private final HttpClient client;
    private final ApiTimeouts timeouts;

    ApiTransport(ApiTimeouts timeouts) {
        this.timeouts = timeouts;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    ApiAnswer send(HttpRequest.Builder request) throws TransferException {
        // Not HttpRequest.Builder.timeout: since JDK 26 it ends the transfer of the body as well (JDK-8208693).
        CompletableFuture<HttpResponse<ApiBody>> awaited =
                client.sendAsync(request.build(), head -> new ApiBody(timeouts.stall()));
        try {
            HttpResponse<ApiBody> response = awaited.get(timeouts.firstByte().toNanos(), TimeUnit.NANOSECONDS);
            return new ApiAnswer(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException failure) {
            throw TransferException.of(failure.getCause());
        } catch (TimeoutException silence) {
            abandon(awaited);
            throw new TransferException("no answer in time");
        } catch (InterruptedException interrupted) {
            abandon(awaited);
            throw ApiTiming.interrupted();
        }
    }

    /** Ends a request, also one whose answer comes at the last moment. */
    private static void abandon(CompletableFuture<HttpResponse<ApiBody>> awaited) {
        if (!awaited.cancel(true)) {
            CompletableFuture<Void> unused =
                    awaited.thenAccept(late -> late.body().close());
        }
    }
}
