package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a configuration; told in the order of the file, the environment last. For one thread. */
final class ConfigurationProblems {
    private final List<Problem> found = new ArrayList<>();

    private record Problem(Place place, String message) {}

    /** One more; the message does not tell the place. */
    void add(Place place, String message) {
        found.add(new Problem(place, message));
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @param file what to call the file
     * @throws BotledgerException USAGE with all that is wrong
     */
    void throwIfAny(String file) {
        found.sort(Comparator.comparingInt(problem -> problem.place().line()));
        Problems problems = new Problems();
        found.forEach(problem -> problems.add(problem.place() + ": " + problem.message()));
        boolean fileIsRight = found.stream().allMatch(problem -> problem.place().inEnvironment());
        problems.throwIfAny(fileIsRight ? "environment" : file);
    }
}
