package io.botledger.cli;

/**
 * Where a setting stands.
 *
 * @param line of the file, 1-based; 0 if the file does not give it, {@link #ENVIRONMENT} if the environment does
 * @param name its path, such as {@code fetch.window_days}, or the variable; empty for the file as a whole
 */
record Place(int line, String name) {
    /** Behind every line, so that what is wrong with the environment is told last. */
    private static final int ENVIRONMENT = Integer.MAX_VALUE;

    static Place variable(String name) {
        return new Place(ENVIRONMENT, name);
    }

    boolean inEnvironment() {
        return line == ENVIRONMENT;
    }

    /** Something below. */
    Place key(int keyLine, String key) {
        return new Place(keyLine, name.isEmpty() ? key : name + "." + key);
    }

    /** An item of the list that stands here. */
    Place item(int itemLine, int index) {
        return new Place(itemLine, name + "[" + index + "]");
    }

    /** For messages: {@code line 4: fetch.window_days}. */
    @Override
    public String toString() {
        if (line == 0 || inEnvironment()) {
            return name;
        }
        return "line " + line + (name.isEmpty() ? "" : ": " + name);
    }
}
