package io.botledger.reports;

import java.util.List;
import java.util.Optional;

/** A report: what its header says, and its SQL. Immutable. */
public final class Report {
    /** What the header says of rows or groups that are few. */
    static final String FEW = "few";

    /** What the header says of rows that take few bytes. */
    static final String NARROW = "narrow";

    private final String title;
    private final String question;
    private final String order;
    private final TakenParameters takes;
    private final List<ReportColumn> columns;
    private final ReportSql sql;
    private final List<String> warningColumns;
    private final boolean fewRows;
    private final boolean narrowRows;
    private final boolean fewGroups;

    Report(String name, SqlFile header, List<ReportParameter> parameters, List<ReportColumn> columns, ReportSql sql) {
        this.title = String.join(" ", header.texts("title"));
        this.question = String.join(" ", header.texts("question"));
        this.order = String.join(" ", header.texts("order"));
        this.takes = new TakenParameters(name, parameters);
        this.columns = List.copyOf(columns);
        this.sql = sql;
        this.warningColumns = header.texts("warns");
        this.fewRows = header.texts("rows").contains(FEW);
        this.narrowRows = header.texts("rows").contains(NARROW);
        this.fewGroups = header.texts("groups").contains(FEW);
    }

    /** Its name, which is that of its file without the ending. */
    public String name() {
        return takes.name();
    }

    /** A few words to head it with. */
    public String title() {
        return title;
    }

    /** The question that it answers. */
    public String question() {
        return question;
    }

    /** The order of its rows, in words. */
    public String order() {
        return order;
    }

    /** The parameters that it takes: its own, then those of the fragments that it includes. */
    public TakenParameters takes() {
        return takes;
    }

    /** All of {@link #takes}. */
    public List<ReportParameter> parameters() {
        return takes.all();
    }

    /** The parameter with this name. */
    public Optional<ReportParameter> parameter(String parameterName) {
        return takes.parameter(parameterName);
    }

    /**
     * Its columns. One that has the name of a choice parameter is the grouping column: it takes the parameter's value as
     * its name, and is left out without one.
     */
    public List<ReportColumn> columns() {
        return columns;
    }

    /**
     * The choice parameter whose value one of the columns takes as its name; without a value that column is left out.
     *
     * @param column one of {@link #columns()}
     */
    public Optional<ReportParameter> naming(ReportColumn column) {
        return takes().naming(column);
    }

    /** Its SQL with everything included, and named parameters. */
    String sql() {
        return sql.rows();
    }

    /** Whether it counts conversations of days, so that its figures lack something where these are not loaded. */
    boolean countsDays() {
        return KeyRange.isReadBy(sql.rows());
    }

    /** Queries whose rows, one text each, warn of what the figures do not show. */
    List<String> warningQueries() {
        return sql.warnings();
    }

    /** The same, for where the report has no row: they tell why. */
    List<String> emptyQueries() {
        return sql.whenEmpty();
    }

    /** Columns of the result behind the others, that are not shown: texts that warn of what the figures do not show. */
    List<String> warningColumns() {
        return warningColumns;
    }

    /** Whether the number of its rows does not grow with that of conversations, so that all of them can be held at once. */
    boolean hasFewRows() {
        return fewRows;
    }

    /** Whether the rows of its query and of the selects within take a few hundred bytes each at most. */
    boolean hasNarrowRows() {
        return narrowRows;
    }

    /** Whether its query puts very many rows into far fewer groups, which the database can't know. */
    boolean hasFewGroups() {
        return fewGroups;
    }
}
