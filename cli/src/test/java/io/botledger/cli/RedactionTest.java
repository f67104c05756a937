package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Program.Running;
import io.botledger.db.DatabaseSettings;
import io.botledger.extract.ApiSettings;
import io.botledger.extract.BotDay;
import io.botledger.extract.ExportApi;
import io.botledger.extract.Extraction;
import io.botledger.extract.ExtractionListener;
import io.botledger.extract.LandingFolder;
import io.botledger.extract.Secret;
import io.botledger.extract.SimulatedExportServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** What of a key and of a signed URL comes out of a process that holds them, in each way that a text can take. */
class RedactionTest {
    private static final String KEY = SimulatedExportServer.KEY;
    private static final String SIGNED = "https://storage.googleapis.com/f.json?X-Goog-Signature="
            + SimulatedExportServer.SIGNATURE + "&X-Goog-Expires=600";
    private static final LocalDate DAY = LocalDate.of(2024, 5, 31);

    @TempDir
    private Path folder;

    /** Ways to standard error, and what must come out of them. */
    enum Way {
        LOG("ERROR RedactionTest asked ***", "IllegalStateException: of https://storage.googleapis.com/f.json?***") {
            @Override
            void take(String base) {
                LoggerFactory.getLogger(RedactionTest.class).error("asked {}", KEY, failure());
            }
        },
        JAVA_UTIL_LOGGING("WARN  elsewhere asked ***", "Caused by: java.io.IOException: header ***") {
            @Override
            void take(String base) {
                java.util.logging.Logger.getLogger("elsewhere").log(Level.WARNING, "asked " + KEY, failure());
            }
        },
        HTTP_CLIENT_LOG("authorization: ***", ".json?***") {
            @Override
            void take(String base) {
                System.setProperty("jdk.httpclient.HttpClient.log", "all");
                fetch(base);
            }
        },
        THREAD("ERROR StandardError thread fetcher died", "Caused by: java.io.IOException: header ***") {
            @Override
            void take(String base) throws InterruptedException {
                Thread thread = new Thread(
                        () -> {
                            throw failure();
                        },
                        "fetcher");
                thread.start();
                thread.join();
            }
        },
        HTTP_CLIENT_DEBUGGING("ClientImpl (async) send http:", ".json?*** GET") {
            @Override
            void take(String base) {
                StandardError.open();
                System.setProperty("jdk.internal.httpclient.debug", "true");
                fetch(base);
            }
        },
        STANDARD_ERROR("IllegalStateException: of https", "Caused by: java.io.IOException: header ***") {
            @Override
            void take(String base) {
                StandardError.open();
                failure().printStackTrace();
            }
        },
        COMMAND("botledger: there is no report \"***\"", "reports: ") {
            @Override
            void take(String base) {
                Botledger.main(new String[] {"report", KEY});
            }
        };

        private final String event;
        private final String detail;

        Way(String event, String detail) {
            this.event = event;
            this.detail = detail;
        }

        abstract void take(String base) throws InterruptedException;
    }

    /** A process that knows the key. */
    static final class Holder {
        private Holder() {}

        /** Takes the way of this name, with a server at this base. */
        public static void main(String[] arguments) throws InterruptedException {
            PrintStream unguarded = System.err;
            StandardError.open();
            // The log redacts by itself; those that check standard error open it once more.
            System.setErr(unguarded);
            Redaction.hide(Secret.of(KEY));
            Way.valueOf(arguments[0]).take(arguments[1]);
        }
    }

    private static RuntimeException failure() {
        return new IllegalStateException("of " + SIGNED, new IOException("header " + KEY));
    }

    private static void fetch(String base) {
        ApiSettings settings = ApiSettings.builder().base(base).build();
        ExportApi api = new ExportApi(settings, SimulatedExportServer.ORGANIZATION, Secret.of(KEY), Clock.systemUTC());
        LandingFolder landing = LandingFolder.open(Path.of("landing"), Clock.systemUTC());
        new Extraction(landing, Map.of("b", api), 1).run(List.of(new BotDay("b", DAY)), ExtractionListener.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void neitherKeyNorSignatureComesOut(Way way) throws IOException, InterruptedException {
        Program program = Program.ofClasses(Holder.class, folder, DatabaseSettings.of("jdbc:h2:mem:none"));
        try (SimulatedExportServer server = SimulatedExportServer.start();
                Running holder = program.start(way, server.put("b", DAY, "[]").base())) {
            Cli.Result result = holder.await();
            assertThat(result.err())
                    .contains(way.event, way.detail)
                    .doesNotContain(KEY, SimulatedExportServer.SIGNATURE);
            assertThat(result.out()).isEmpty();
            assertThat(server.requests().size()).isEqualTo(way.name().startsWith("HTTP") ? 2 : 0);
        }
    }

    @Test
    void standardErrorFindsSignaturesThatComeInPieces() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new StandardError(shown), true, StandardCharsets.UTF_8);
        SIGNED.chars().forEach(character -> err.print((char) character));
        err.println();
        err.println("ü".repeat(8_100) + " " + SIGNED + " é");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "https://storage.googleapis.com/f.json?***",
                        "ü".repeat(8_100) + " https://storage.googleapis.com/f.json?*** é");
    }

    @Test
    void standardErrorLeavesOtherBytesAsTheyAre() {
        byte[] bytes = {'\r', (byte) 0xff, ' ', (byte) 0xc3, '\n', '\t', 'x', '\n'};
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new StandardError(shown), true, StandardCharsets.UTF_8);
        for (byte b : bytes) {
            err.write(b);
        }
        assertThat(shown.toByteArray()).isEqualTo(bytes);
    }
}
