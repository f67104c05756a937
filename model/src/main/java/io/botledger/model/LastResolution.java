package io.botledger.model;

/** The final resolutions that the vendor names. Others occur and are kept as they are. */
public enum LastResolution {
    /** The visitor got the information. */
    INFORMED("informed"),
    /** The concern was resolved. */
    RESOLVED("resolved"),
    /** The conversation was escalated. */
    ESCALATED("escalated"),
    /** No resolution was reached. */
    UNDEFINED("undefined");

    private static final Spelling SPELLING = Spelling.of(values(), LastResolution::exportName);

    private final String exportName;

    LastResolution(String exportName) {
        this.exportName = exportName;
    }

    /** The lower-case name that exports use. */
    public String exportName() {
        return exportName;
    }

    /**
     * The name to store for a resolution as exported: {@link #exportName()} for any spelling of a known one, the text
     * itself for any other.
     *
     * @param exported the text of the export; may be null
     * @return the name to store; null for null
     */
    public static String canonical(String exported) {
        return SPELLING.canonical(exported);
    }
}
