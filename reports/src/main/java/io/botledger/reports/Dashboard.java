package io.botledger.reports;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.model.BotledgerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes the dashboard: one page that holds its figures, its script and its style, and asks nobody for anything. Its
 * figures are those of the reports, all of one state of the database. Safe for use by several threads.
 */
public final class Dashboard {
    private final Dialect dialect;
    private final ReportRunner runner;
    private final String version;

    /**
     * A dashboard over an open database.
     *
     * @param settings of which the time limit holds for the whole page
     * @param version the program's version, to be told on the page
     */
    public Dashboard(Database database, ReportSettings settings, String version) {
        this.dialect = database.dialect();
        this.runner = new ReportRunner(database, settings);
        this.version = version;
    }

    /** The parameters that it takes: the filters of all reports, and {@code ignore_intent}. */
    public static TakenParameters takes() {
        return DashboardReports.PARAMETERS;
    }

    /**
     * Writes the page. Without {@code to} it reaches up to the last day that the loaded files hold wholly, without {@code from} it begins 365 days
     * before its end; what lies as long before is read for the comparison alone.
     *
     * @param madeAt the time to tell on the page
     * @return what to be warned of; the page tells it too
     * @throws BotledgerException with {@code USAGE} if the parameters are wrong, {@code DATABASE} if the database refuses,
     *     {@code ENVIRONMENT} if the output can't be written
     */
    public List<String> write(ReportParameters parameters, Instant madeAt, ReportOutput output) {
        parameters.check(takes());
        DashboardData data = runner.read(
                "dashboard",
                (handle, limit) ->
                        new DashboardReports(dialect, dialect.keysAtOnce(), handle, limit, parameters).read(madeAt));
        byte[] page = DashboardPage.of(DashboardJson.of(data, version, madeAt)).getBytes(StandardCharsets.UTF_8);
        output.write(bytes -> {
            try {
                bytes.write(page);
                return page.length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return data.warnings();
    }
}
