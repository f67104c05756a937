package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.AutomatedResolution;
import io.botledger.model.Conversation;
import io.botledger.model.ExportRecord;
import io.botledger.model.KnowledgeCounts;
import io.botledger.model.MessageCounts;
import io.botledger.model.Reject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads {@code input.json} of each folder under {@code cases} and compares with its hand-written {@code expected.txt}. */
class CasesTest {
    private static final List<Object> NOTHING =
            Arrays.asList(null, List.of(), MessageCounts.NONE, KnowledgeCounts.NONE, AutomatedResolution.NONE);

    @TestFactory
    Stream<DynamicTest> readsAsExpected() throws IOException, URISyntaxException {
        Path cases = Path.of(
                Objects.requireNonNull(CasesTest.class.getResource("/cases")).toURI());
        List<Path> folders;
        try (Stream<Path> found = Files.list(cases)) {
            folders = found.sorted().toList();
        }
        assertThat(folders).hasSize(4);
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        StringBuilder told = new StringBuilder();
        try (ExportReader reader = ExportReader.open(folder.resolve("input.json"), ReaderSettings.defaults())) {
            reader.forEachRemaining(record -> told.append(told(record)));
        }
        assertThat(told.toString()).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    private static String told(ExportRecord record) {
        Stream<String> values = record.rejected()
                ? Stream.of()
                : Arrays.stream(Conversation.class.getRecordComponents())
                        .filter(component -> !NOTHING.contains(value(component, record.conversation())))
                        .map(component -> component.getName() + " = " + value(component, record.conversation()));
        Stream<String> rejects = record.rejects().stream().map(CasesTest::told);
        return "record " + record.ordinal() + "\n"
                + Stream.concat(values, rejects).map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String told(Reject reject) {
        return reject.kind() + " reject " + reject.reason().code() + " at \"" + reject.pointer() + "\": "
                + reject.message();
    }

    private static Object value(RecordComponent component, Conversation conversation) {
        try {
            return component.getAccessor().invoke(conversation);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }
}
