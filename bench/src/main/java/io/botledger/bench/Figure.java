package io.botledger.bench;

/**
 * One thing that is measured.
 *
 * @param kind what kind of measurement it belongs to
 * @param database {@code PostgreSQL} or {@code H2}; {@code -} where there is none
 * @param what {@code load}, {@code limit}, the name of a report, or a command
 * @param conversations how many were loaded; 0 where it does not matter
 * @param files from how many files; 0 where it does not matter
 * @param workers what {@code --workers} said; 0 where it was not given
 */
record Figure(Part kind, String database, String what, long conversations, int files, int workers) {
    static final String LOAD = "load";
    static final String LIMIT = "limit";
    static final String DASHBOARD = "dashboard";
    static final String JAR = "java -jar botledger.jar";
    static final String LAUNCHER = "./botledger";

    static Figure load(String database, Layout layout, int workers) {
        return new Figure(Part.LOAD, database, LOAD, layout.conversations(), layout.files(), workers);
    }

    static Figure limit(String database, Layout layout) {
        return new Figure(Part.LOAD, database, LIMIT, layout.conversations(), layout.files(), 0);
    }

    static Figure nothingNew(String database, Layout layout) {
        return new Figure(Part.NOTHING_NEW, database, LOAD, layout.conversations(), layout.files(), 0);
    }

    static Figure report(String database, String name, Layout layout) {
        return new Figure(Part.REPORTS, database, name, layout.conversations(), layout.files(), 0);
    }

    static Figure startup(String database, String command) {
        return new Figure(Part.STARTUP, database, command, 0, 0, 0);
    }

    @Override
    public String toString() {
        String place = database.equals("-") ? "" : database + ", ";
        String size = files == 0 ? "" : " of " + new Layout(conversations, files);
        String side = workers == 0 ? "" : ", " + workers + (workers == 1 ? " worker" : " workers");
        return place + kind + ": " + what + size + side;
    }
}
