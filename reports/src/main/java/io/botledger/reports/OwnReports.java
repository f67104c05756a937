package io.botledger.reports;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reports of a user's folder: those that can be run, and what is wrong with the others. */
final class OwnReports {
    private static final String ENDING = ".sql";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\f]]");
    private static final long LARGEST_FILE = 1 << 20;

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Report> reports = new TreeMap<>();
    private final Map<String, String> problems = new TreeMap<>();

    private OwnReports() {}

    /**
     * Reads the {@code .sql} files of a folder, without those below it.
     *
     * @throws BotledgerException with {@link ErrorCode#USAGE} if there is no such folder, or it can't be read
     */
    static OwnReports read(Path folder) {
        OwnReports own = new OwnReports();
        if (!Files.isDirectory(folder)) {
            throw new BotledgerException(ErrorCode.USAGE, "there is no folder " + folder + " of reports");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(OwnReports::isReport).sorted().toList();
            sorted.forEach(own::readText);
        } catch (IOException e) {
            throw new BotledgerException(ErrorCode.USAGE, "the folder " + folder + " can't be read: " + e, e);
        }
        own.readReports();
        return own;
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private void readText(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        if (!NAME.matcher(name).matches()) {
            problems.put(
                    name,
                    file + ": expected a name of lower-case letters, digits and _, the first a letter; rename it");
        } else if (ReportCatalogue.resource(name).isPresent()) {
            problems.put(name, file + ": the name belongs to a file of botledger's own; rename yours");
        } else {
            files.put(name, file);
            text(name, file).ifPresent(text -> texts.put(name, text));
        }
    }

    private Optional<String> text(String name, Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.put(name, file + ": larger than 1 MiB, so it is no report");
                return Optional.empty();
            }
            String text = Files.readString(file);
            Optional<String> control =
                    CONTROL.matcher(text).results().findFirst().map(MatchResult::group);
            if (control.isEmpty()) {
                return Optional.of(text);
            }
            problems.put(
                    name,
                    file + ": holds the control character "
                            + String.format("U+%04X", control.get().codePointAt(0)) + "; take it out");
        } catch (CharacterCodingException e) {
            problems.put(name, file + ": is not UTF-8");
        } catch (IOException e) {
            problems.put(name, file + ": can't be read: " + e);
        }
        return Optional.empty();
    }

    private void readReports() {
        Set<String> own = new TreeSet<>();
        texts.forEach((name, text) -> {
            if (isFragment(text)) {
                own.add(name);
            }
        });
        Set<String> fragments = new TreeSet<>(ReportCatalogue.FRAGMENTS);
        fragments.addAll(own);
        ReportReader reader = new ReportReader(
                fragment -> ReportCatalogue.resource(fragment).or(() -> Optional.ofNullable(texts.get(fragment))),
                fragments);
        texts.forEach((name, text) -> {
            if (!own.contains(name)) {
                readReport(reader, name, text);
            }
        });
    }

    private void readReport(ReportReader reader, String name, String text) {
        try {
            reports.put(name, reader.readOwn(name, text, files.get(name).toString()));
        } catch (BotledgerException e) {
            problems.put(name, e.getMessage());
        }
    }

    private static boolean isFragment(String text) {
        return !SqlFile.parse(text, "", new Problems()).texts("fragment").isEmpty();
    }

    /** Those that can be run, by name. */
    Map<String, Report> reports() {
        return reports;
    }

    /** What is wrong with the others, with file and line, by name. */
    Map<String, String> problems() {
        return problems;
    }
}
