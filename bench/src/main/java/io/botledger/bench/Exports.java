package io.botledger.bench;

import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The sample exports, written when they are first asked for. */
final class Exports {
    private final Path folder;

    Exports(Path folder) {
        this.folder = folder;
    }

    /** The folder with the files of a layout. */
    Path of(Layout layout) {
        Path exports = folder.resolve(layout.name());
        if (!Files.exists(exports)) {
            new SampleExports(settings(layout)).writeTo(exports, written -> {});
        }
        return exports;
    }

    /** The last day of a layout's files. */
    static LocalDate lastDay(Layout layout) {
        return settings(layout).firstDay().plusDays(layout.files() - 1L);
    }

    private static SampleSettings settings(Layout layout) {
        return SampleSettings.builder()
                .conversations(layout.conversations())
                .bots(1)
                .days(layout.files())
                .schema(SampleSettings.Schema.V2)
                .build();
    }
}
