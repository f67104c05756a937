package io.botledger.extract;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A server on this machine that keeps the contract of the vendor's Data Export API: signed URLs by POST with key,
 * organisation and bot in the headers; files by plain GET, with ETags, conditions and ranges. It also fails on demand, and
 * books what a client did against the contract.
 */
public final class SimulatedExportServer implements AutoCloseable {
    /** The key that is accepted. */
    public static final String KEY = "k3y-5up3r-53cr37-0f-74e-0r6";
    /** The organisation that it belongs to. */
    public static final String ORGANIZATION = "org-1";
    /** With what every signature begins. */
    public static final String SIGNATURE = "51gn47ur3";

    static {
        // Else every answer waits 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern ASKED = Pattern.compile("\\{\"date\":\"(\\d{4}-\\d{2}-\\d{2})\",\"ttl\":(\\d+)}");
    private static final Pattern FILE =
            Pattern.compile("/files/([^/]+)/conversation_.+_(\\d{4}-\\d{2}-\\d{2})_(\\d{12})\\.json");

    private static final int MOMENTS = 20;
    private static final int MOMENT_MILLIS = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, List<byte[]>> days = new ConcurrentHashMap<>();
    private final Map<String, String> organizations = new ConcurrentHashMap<>(Map.of(ORGANIZATION, KEY));
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Deque<ServerAnswer>> faults = new HashMap<>();
    private final Map<String, ServerAnswer> standing = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger signatures = new AtomicInteger();
    private volatile int expired;
    private volatile boolean etags = true;
    private volatile boolean ranges = true;

    private SimulatedExportServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts on a free port of the loopback address. */
    public static SimulatedExportServer start() {
        try {
            return new SimulatedExportServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The base of the API, without a trailing slash. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives a day its files, one for each shard, as they are to be sent; replaces those it had. */
    public SimulatedExportServer put(String botId, LocalDate day, byte[]... shards) {
        days.put(botId + "/" + day, List.of(shards));
        return this;
    }

    /** The same with texts. */
    public SimulatedExportServer put(String botId, LocalDate day, String... shards) {
        return put(
                botId,
                day,
                Arrays.stream(shards)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    /** Adds an organisation with a key of its own, to which alone these bots belong. */
    public void organization(String id, String key, String... botIds) {
        organizations.put(id, key);
        Arrays.stream(botIds).forEach(bot -> owners.put(bot, id));
    }

    /** Takes a day's files away: 404. */
    public void remove(String botId, LocalDate day) {
        days.remove(botId + "/" + day);
    }

    /** Answers the next requests for signed URLs of a bot like this, one after the other. */
    public void failAsks(String botId, ServerAnswer... answers) {
        fail("ask " + botId, answers);
    }

    /** Answers the next downloads of a bot's files like this, one after the other. */
    public void failFiles(String botId, ServerAnswer... answers) {
        fail("file " + botId, answers);
    }

    /** Answers all requests for signed URLs of a bot like this, until {@link #heal}. */
    public void alwaysAsks(String botId, ServerAnswer answer) {
        standing.put("ask " + botId, answer);
    }

    /** Answers all downloads of a bot's files like this, until {@link #heal}. */
    public void alwaysFiles(String botId, ServerAnswer answer) {
        standing.put("file " + botId, answer);
    }

    /** Forgets all faults. */
    public void heal() {
        synchronized (faults) {
            faults.clear();
        }
        standing.clear();
    }

    /** Lets every signed URL that was given out expire. */
    public void expireUrls() {
        expired = signatures.get();
    }

    /** Whether files carry ETags; they do unless told. */
    public void etags(boolean on) {
        etags = on;
    }

    /** Whether ranges are understood; they are unless told. */
    public void ranges(boolean on) {
        ranges = on;
    }

    /** Requests so far, such as {@code ask b 2024-05-07 200} or {@code file b 2024-05-07 0 304}, in the order of answers. */
    public List<String> requests() {
        settle();
        return List.copyOf(requests);
    }

    /** How many requests were answered so far; does not wait for those being answered. */
    public int answered() {
        return requests.size();
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        settle();
        requests.clear();
    }

    /** What a client did against the contract; empty if nothing. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void fail(String target, ServerAnswer... answers) {
        synchronized (faults) {
            faults.computeIfAbsent(target, key -> new ArrayDeque<>()).addAll(List.of(answers));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        atWork(1);
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                file(exchange, file.group(1), file.group(2), Long.parseLong(file.group(3)));
            } else if (path.matches("/data-export/v[23]/get-signed-urls")) {
                ask(exchange);
            } else {
                ServerAnswer.status(404).give(exchange, new byte[0], closing);
            }
        } finally {
            atWork(-1);
        }
    }

    private void atWork(int change) {
        synchronized (working) {
            working.addAndGet(change);
            working.notifyAll();
        }
    }

    /** Waits until every request is booked, which may be a moment after the client has its answer. */
    private void settle() {
        synchronized (working) {
            try {
                for (int i = 0; i < MOMENTS && working.get() > 0; i++) {
                    working.wait(MOMENT_MILLIS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void ask(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String bot = String.valueOf(headers.getFirst("botId"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher asked = ASKED.matcher(body);
        String day = asked.matches() ? asked.group(1) : "?";
        ServerAnswer answer = next("ask " + bot);
        if (answer == null) {
            answer = asked.matches() && exchange.getRequestMethod().equals("POST") && isJson(headers)
                    ? asked(headers, bot, day)
                    : ServerAnswer.status(400);
        }
        answer.give(exchange, new byte[0], closing);
        requests.add("ask " + bot + " " + day + " " + exchange.getResponseCode());
    }

    private static boolean isJson(Headers headers) {
        return "application/json".equals(headers.getFirst("Content-Type"));
    }

    private ServerAnswer asked(Headers headers, String bot, String day) {
        String key = String.valueOf(headers.getFirst("authorization"));
        if (!organizations.containsValue(key)) {
            return ServerAnswer.status(401);
        }
        String owner = owners.getOrDefault(bot, ORGANIZATION);
        if (!owner.equals(headers.getFirst("organizationId")) || !key.equals(organizations.get(owner))) {
            return ServerAnswer.status(403);
        }
        List<byte[]> shards = days.get(bot + "/" + day);
        if (shards == null) {
            return ServerAnswer.status(404);
        }
        StringBuilder urls = new StringBuilder();
        for (int shard = 0; shard < shards.size(); shard++) {
            urls.append(shard == 0 ? "" : ",")
                    .append('"')
                    .append(url(bot, day, shard))
                    .append('"');
        }
        return ServerAnswer.json("{\"date\":\"" + day + "\",\"urls\":[" + urls + "]}");
    }

    /** A signed URL that works. */
    public String url(String bot, Object day, int shard) {
        return base() + "/files/" + bot + "/conversation_" + bot + "_" + day + "_" + String.format("%012d", shard)
                + ".json?X-Goog-Expires=600&X-Goog-Signature=" + SIGNATURE + signatures.incrementAndGet();
    }

    private void file(HttpExchange exchange, String bot, String day, long shard) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (headers.containsKey("authorization") || headers.containsKey("organizationId")) {
            violations.add("a key on a signed URL");
        }
        byte[] body = days.getOrDefault(bot + "/" + day, List.of()).stream()
                .skip(shard)
                .findFirst()
                .orElse(new byte[0]);
        if (etags) {
            exchange.getResponseHeaders().set("ETag", etag(body));
        }
        ServerAnswer answer = next("file " + bot);
        if (answer == null) {
            answer = isExpired(exchange) ? ServerAnswer.status(403) : content(headers);
        }
        answer.give(exchange, body, closing);
        String range = headers.containsKey("Range") ? " " + headers.getFirst("Range") : "";
        requests.add("file " + bot + " " + day + " " + shard + " " + exchange.getResponseCode() + range);
    }

    private boolean isExpired(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int signature = query.indexOf(SIGNATURE);
        return signature < 0 || Integer.parseInt(query.substring(signature + SIGNATURE.length())) <= expired;
    }

    private ServerAnswer content(Headers headers) {
        return (exchange, body, closed) -> {
            String tag = exchange.getResponseHeaders().getFirst("ETag");
            if (tag != null && tag.equals(headers.getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            int from = ranges && tag != null && tag.equals(headers.getFirst("If-Range"))
                    ? Integer.parseInt(headers.getFirst("Range").replaceAll("\\D", ""))
                    : 0;
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (body.length - 1) + "/" + body.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length == 0 ? -1 : body.length - from);
            exchange.getResponseBody().write(body, from, body.length - from);
        };
    }

    private ServerAnswer next(String target) {
        synchronized (faults) {
            Deque<ServerAnswer> queue = faults.get(target);
            if (queue != null && !queue.isEmpty()) {
                return queue.remove();
            }
        }
        return standing.get(target);
    }

    private static String etag(byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return "\"" + Long.toHexString(checksum.getValue()) + "-" + body.length + "\"";
    }
}
