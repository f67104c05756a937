package io.botledger.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What to do with a new configuration; the way to the key is that of the vendor's article on the Data Export API. */
final class InitSteps {
    private static final String IDS = """
            Put the ids of your organization and its bots into the file. Ask your CSM, your contact at the
            vendor, for them; a bot's also stands in the names of its export files, behind conversation_.""";

    private static final String KEY = """
            Get an API key: an administrator opens the organization under User Management,
            Organization Management, and generates one under API Key. It is shown only once, so copy it
            as soon as it is saved. A lost key is replaced by generating anew, which ends the old one.
            Where there is no API Key, ask your CSM to enable the Data Export API.""";

    private static final String KEEP = """
            To try it, set the variable BOTLEDGER_API_KEY to the key. For a scheduler, which does not know
            your variables, write it into a file that only you can read, and name that file under key_file.""";

    private InitSteps() {}

    /**
     * The steps, of one line or more each.
     *
     * @param file the configuration
     * @param placeholders whether ids are still to be put in
     */
    static List<String> after(Path file, boolean placeholders) {
        String option = file.equals(Configuration.DEFAULT_FILE) ? "" : " --config " + file;
        List<String> steps = new ArrayList<>();
        if (placeholders) {
            steps.add(IDS);
        }
        steps.add(KEY);
        steps.add(KEEP);
        steps.add("./botledger check" + option + "\nasks the API and the database whether all of it is right.");
        steps.add("./botledger run" + option + "\nfetches, loads and reports: the command for your scheduler.");
        return steps;
    }
}
