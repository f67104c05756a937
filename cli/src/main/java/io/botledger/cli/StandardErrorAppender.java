package io.botledger.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/** Writes log events to standard error, as it is at the time. Most commands log nothing, so nothing is made before. */
final class StandardErrorAppender extends AppenderBase<ILoggingEvent> {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{0} %msg%n";

    private RedactingLayout layout;

    @Override
    protected void append(ILoggingEvent event) {
        if (layout == null) {
            layout = new RedactingLayout();
            layout.setContext(getContext());
            layout.setPattern(PATTERN);
            layout.start();
        }
        System.err.print(layout.doLayout(event));
        System.err.flush();
    }
}
