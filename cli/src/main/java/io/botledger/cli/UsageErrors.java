package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.ErrorCode;
import io.botledger.model.Suggestion;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line in a line or two: the whole of the usage would hide it. */
final class UsageErrors {
    private static final String PREFIX = "Invalid value for option '(-[^']+)'(?: \\([^()]*\\))?: ";

    private UsageErrors() {}

    /** Prints what is wrong and where the help is; returns the exit status. */
    static int report(Terminal terminal, ParameterException failure) {
        PrintStream err = terminal.err();
        CommandLine line = failure.getCommandLine();
        err.println("botledger: " + Redaction.redact(message(failure, line.getCommandSpec())));
        if (isCommandMissing(failure)) {
            line.usage(err);
        } else {
            err.println("See " + line.getCommandSpec().qualifiedName() + " --help");
        }
        return ErrorCode.USAGE.exitStatus();
    }

    /** Who has typed nothing wants to know what there is. The program itself has no option with a value that could be wrong. */
    private static boolean isCommandMissing(ParameterException failure) {
        return !(failure instanceof UnmatchedArgumentException)
                && failure.getCommandLine().getParent() == null;
    }

    private static String message(ParameterException failure, CommandSpec command) {
        if (isCommandMissing(failure)) {
            return "expected a command, found none";
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), command);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(argument -> of(argument) + "expected " + argument.paramLabel() + ", found nothing")
                    .collect(Collectors.joining("; "));
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return of(twice.getOverwritten()) + "given more than once, expected once";
        }
        if (failure.getArgSpec() instanceof OptionSpec option && isChoice(option) && failure.getValue() != null) {
            return choice(option, failure.getValue());
        }
        String message = failure.getMessage()
                .replaceFirst(PREFIX, "$1: ")
                .replaceFirst("'([^']*)' is not an? (?:int|long)$", "expected a whole number, found $1");
        return message.startsWith("-")
                ? message
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String of(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() + ": " : "";
    }

    private static boolean isChoice(ArgSpec option) {
        return option.type().isEnum();
    }

    private static String choice(OptionSpec option, String value) {
        List<String> choices = Arrays.stream(option.type().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
        return of(option) + "expected one of " + String.join(", ", choices) + ", found \"" + Setting.shown(value) + "\""
                + Suggestion.didYouMean(value.toLowerCase(Locale.ROOT), choices);
    }

    /** Values of unknown options are not shown: one of them may be a password. */
    private static String unmatched(List<String> arguments, CommandSpec command) {
        List<String> options = arguments.stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> argument.replaceFirst("(?s)=.*", ""))
                .toList();
        if (!options.isEmpty()) {
            return "unknown option" + (options.size() == 1 ? " " : "s ") + String.join(", ", options)
                    + Suggestion.didYouMean(options.get(0), longNames(command));
        }
        String argument = arguments.get(0);
        return command.subcommands().isEmpty()
                ? "unexpected argument " + Setting.shown(argument)
                : "there is no command " + Setting.shown(argument)
                        + Suggestion.didYouMean(argument, command.subcommands().keySet());
    }

    private static List<String> longNames(CommandSpec command) {
        return command.options().stream().map(OptionSpec::longestName).toList();
    }
}
