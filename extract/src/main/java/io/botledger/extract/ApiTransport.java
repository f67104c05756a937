package io.botledger.extract;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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
        HttpRequest timed = request.timeout(timeouts.firstByte()).build();
        try {
            HttpResponse<ApiBody> response = client.send(timed, head -> new ApiBody(timeouts.stall()));
            return new ApiAnswer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw TransferException.of(failure);
        } catch (InterruptedException interrupted) {
            throw ApiTiming.interrupted();
        }
    }
}
