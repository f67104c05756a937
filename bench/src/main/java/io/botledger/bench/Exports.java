package io.botledger.bench;

import io.botledger.sample.SampleExports;
import io.botledger.sample.SampleSettings;
import java.nio.file.Files;
import java.nio.file.Path;

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
            new SampleExports(SampleSettings.builder()
                            .conversations(layout.conversations())
                            .bots(1)
                            .days(layout.files())
                            .schema(SampleSettings.Schema.V2)
                            .build())
                    .writeTo(exports, written -> {});
        }
        return exports;
    }
}
