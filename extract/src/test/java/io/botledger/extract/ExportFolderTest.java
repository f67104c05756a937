package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.extract.ExportFolder.Listing;
import io.botledger.extract.ExportFolder.Problem;
import io.botledger.model.ExportDay;
import io.botledger.model.ExportFileName;
import io.botledger.model.LandedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {
    private static final String FIRST = "conversation_z_2024-05-06_000000000000.json";
    private static final String SECOND = "conversation_a_2024-05-07_000000000000.json";
    private static final String THIRD = "conversation_a_2024-05-07_000000000001.json.gz";

    @TempDir
    private Path root;

    @Test
    void findsFilesInAllFoldersInOrder() throws IOException {
        Path third = file(THIRD);
        Path second = file("x/y/" + SECOND);
        Path first = file("zz/" + FIRST);
        Listing listing = ExportFolder.list(List.of(root));
        assertThat(listing.files()).extracting(LandedFile::path).containsExactly(first, second, third);
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.ignored()).isEmpty();
    }

    @Test
    void tellsWhatLandingFoldersSayOfTheirDays() throws IOException {
        LandingFolder landing = LandingFolder.open(root.resolve("landing"), new FakeTime());
        landing.absent(new BotDay("b", LocalDate.of(2024, 5, 6)));
        Instant at = landing.now();
        Path copied = root.resolve("copies/b/2024-05-07");
        Files.createDirectories(copied);
        Files.writeString(copied.resolve("conversation_b_2024-05-07_000000000000.json"), "[]");
        String complete = new String(
                DayStateFile.bytes(DayStatus.COMPLETE, at, List.of("conversation_b_2024-05-07_000000000000.json")),
                StandardCharsets.UTF_8);
        Files.writeString(copied.resolve(".day.json"), complete);
        List<String> nothing = List.of(
                "b/2024-05-08/.day.json",
                "b/no-day/.day.json",
                "b/2024-05-07/day.json",
                "b/2024-05-09/.day.json/x.txt");
        for (String name : nothing) {
            Files.writeString(file("nothing/" + name), complete);
        }
        ExportDay absent = new ExportDay("b", LocalDate.of(2024, 5, 6), ExportDay.State.ABSENT, at);
        ExportDay whole = new ExportDay("b", LocalDate.of(2024, 5, 7), ExportDay.State.COMPLETE, at);
        assertThat(ExportFolder.list(List.of(root)).days()).containsExactlyInAnyOrder(absent, whole);
        assertThat(ExportFolder.list(List.of(copied)).days()).containsExactly(whole);
        assertThat(ExportFolder.list(List.of(copied.resolve("conversation_b_2024-05-07_000000000000.json")))
                        .days())
                .isEmpty();
        assertThat(ExportFolder.list(List.of(root.resolve("nothing"))).days()).isEmpty();
    }

    @Test
    void tellsNameSizeAndTimeOfLanding() throws IOException {
        Path file = Files.writeString(file(SECOND), "[]\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-08T01:02:03.123456789Z")));
        assertThat(ExportFolder.list(List.of(file)).files())
                .containsExactly(new LandedFile(
                        file,
                        new ExportFileName("a", LocalDate.of(2024, 5, 7), 0),
                        3,
                        Instant.parse("2024-05-08T01:02:03.123456Z")));
    }

    @Test
    void ordersVersionsOfOneFileByTheirLanding() throws IOException {
        Path later = file("a/" + SECOND);
        Path earlier = file("b/" + SECOND);
        Files.setLastModifiedTime(later, FileTime.from(Instant.parse("2024-05-09T00:00:00Z")));
        Files.setLastModifiedTime(earlier, FileTime.from(Instant.parse("2024-05-08T00:00:00Z")));
        assertThat(ExportFolder.list(List.of(root)).files())
                .extracting(LandedFile::path)
                .containsExactly(earlier, later);
    }

    @Test
    void passesOverWhatHasNotLandedAndTellsWhatItIgnored() throws IOException {
        file(".hidden/" + FIRST);
        file("." + FIRST);
        file(FIRST + ".part");
        file(FIRST + ".TMP");
        Path notes = file("notes.txt");
        Listing listing = ExportFolder.list(List.of(root));
        assertThat(listing.files()).isEmpty();
        assertThat(listing.ignored()).containsExactly(notes);
    }

    @Test
    void takesEachRealFileOnceAndEndsInLoops() throws IOException {
        Path file = file("a/" + SECOND);
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("a/self"), root.resolve("a/self"));
        Files.createSymbolicLink(root.resolve(FIRST), file);
        Listing listing = ExportFolder.list(List.of(file, root, root.resolve("a"), file));
        assertThat(listing.files()).extracting(LandedFile::path).containsExactly(file);
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.ignored()).containsExactly(root.resolve("a/self"));
    }

    @Test
    void walksAFolderThatIsNamedLikeAFile() throws IOException {
        Path inside = file(FIRST + "/" + SECOND);
        for (Path named : List.of(root, root.resolve(FIRST))) {
            Listing listing = ExportFolder.list(List.of(named));
            assertThat(listing.files()).extracting(LandedFile::path).containsExactly(inside);
            assertThat(listing.problems())
                    .containsExactly(new Problem(
                            root.resolve(FIRST),
                            "expected an export file by its name, found a folder; what is in it is taken"));
        }
    }

    @Test
    void tellsOfALinkThatLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve(FIRST), root.resolve("gone"));
        assertThat(ExportFolder.list(List.of(root)).problems())
                .containsExactly(new Problem(
                        link, "expected an export file by its name, found no file; check where the link leads"));
    }

    @Test
    void tellsWhatIsWrongWithNamedPaths() throws IOException {
        Path missing = root.resolve(FIRST);
        Path misnamed = file("export.json");
        assertThat(ExportFolder.list(List.of(missing, misnamed)).problems())
                .containsExactly(
                        new Problem(missing, "no such file or folder; check the path"),
                        new Problem(
                                misnamed,
                                "expected a name of the form conversation_<bot-id>_<YYYY-MM-DD>_<12 digits>.json,"
                                        + " from which the bot and the day are taken; rename the file"));
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
