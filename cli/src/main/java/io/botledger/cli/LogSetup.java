package io.botledger.cli;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * What the log tells: warnings and errors, on standard error. In code, since reading a file of logback's takes a share of a
 * short command's time; {@code -Dlogback.configurationFile} names a file all the same. Public for logback, which finds it as
 * a service.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        StandardErrorAppender appender = new StandardErrorAppender();
        appender.setContext(log);
        appender.start();
        ch.qos.logback.classic.Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        // Failures to connect are told by the command itself, in one line and without a stack trace.
        log.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
        log.getLogger("org.postgresql").setLevel(Level.OFF);
        log.getLogger("org.flywaydb").setLevel(Level.ERROR);
        // Silent unless -Djdk.httpclient.HttpClient.log asks for it.
        log.getLogger("jdk.httpclient").setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
