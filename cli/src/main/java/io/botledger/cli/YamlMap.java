package io.botledger.cli;

import io.botledger.model.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Settings that stand together, by their keys. It remembers which keys it was asked for: the others are unknown. For one
 * thread.
 */
final class YamlMap {
    private final Place place;
    private final ConfigurationProblems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private record Entry(Place place, Node value) {}

    private YamlMap(Place place, ConfigurationProblems problems) {
        this.place = place;
        this.problems = problems;
    }

    static YamlMap empty(Place place, ConfigurationProblems problems) {
        return new YamlMap(place, problems);
    }

    /** The settings of a node; none if nothing stands there, as where all of them are commented out. */
    static YamlMap of(Node node, Place place, ConfigurationProblems problems) {
        YamlMap map = new YamlMap(place, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(map::put);
        } else if (!isNothing(node)) {
            problems.add(place, "expected settings (key: value), found " + kind(node));
        }
        return map;
    }

    private void put(NodeTuple tuple) {
        int line = line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(new Place(line, place.name()), "expected a key, found " + kind(tuple.getKeyNode()));
            return;
        }
        Entry entry = new Entry(place.key(line, Setting.shown(key.getValue())), tuple.getValueNode());
        Entry first = entries.putIfAbsent(key.getValue(), entry);
        if (first != null) {
            problems.add(
                    entry.place(), "given twice, first in line " + first.place().line() + "; keep one");
        }
    }

    /** Where it stands. */
    Place place() {
        return place;
    }

    /** Where a key stands. */
    Place place(String key) {
        return has(key) ? entries.get(key).place() : place.key(0, key);
    }

    /** Whether there is a key; not the same as asking for it. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether there are settings below a key. */
    boolean hasMap(String key) {
        return has(key) && entries.get(key).value() instanceof MappingNode;
    }

    /** Whether there is a list below a key, and nothing in it. */
    boolean hasEmptyList(String key) {
        return has(key)
                && entries.get(key).value() instanceof SequenceNode list
                && list.getValue().isEmpty();
    }

    /** The keys that nobody asked for so far. */
    List<String> unasked() {
        return entries.keySet().stream().filter(key -> !asked.contains(key)).toList();
    }

    /** One value; empty if it is not given, or is wrong. */
    Optional<Setting> setting(String key) {
        return ask(key).flatMap(entry -> scalar(entry.place(), entry.value()));
    }

    /** One value that must be there; empty if it is not, or is wrong. */
    Optional<Setting> required(String key) {
        if (!has(key)) {
            problems.add(place, key + " is missing");
        }
        return setting(key);
    }

    /** A list of values, of which one may stand without a list; empty if it is not given. */
    Optional<List<Setting>> settings(String key) {
        return ask(key).map(entry -> {
            List<Entry> items = entry.value() instanceof SequenceNode ? items(entry) : List.of(entry);
            return items.stream()
                    .flatMap(item -> scalar(item.place(), item.value()).stream())
                    .toList();
        });
    }

    /** The settings below a key; none if it is not given. */
    YamlMap map(String key) {
        return ask(key).map(entry -> of(entry.value(), entry.place(), problems))
                .orElseGet(() -> empty(place(key), problems));
    }

    /** The items of a list, each with settings; none if it is not given. */
    List<YamlMap> maps(String key) {
        return ask(key).stream()
                .flatMap(entry -> items(entry).stream())
                .map(item -> of(item.value(), item.place(), problems))
                .toList();
    }

    /** Tells of every key that nobody asked for. */
    void refuseOthers() {
        for (String key : unasked()) {
            problems.add(
                    entries.get(key).place(),
                    SecretNames.advice(key).orElseGet(() -> "unknown" + Suggestion.didYouMean(key, asked)));
        }
    }

    private Optional<Entry> ask(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private List<Entry> items(Entry list) {
        List<Entry> items = new ArrayList<>();
        if (list.value() instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                items.add(new Entry(list.place().item(line(node), items.size()), node));
            }
        } else if (!isNothing(list.value())) {
            problems.add(list.place(), "expected a list (each item behind a -), found " + kind(list.value()));
        }
        return items;
    }

    private Optional<Setting> scalar(Place at, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(at, "expected one value, found " + kind(node));
        } else if (isNothing(node) || scalar.getValue().isBlank()) {
            problems.add(at, "has no value; give it one, or leave it out");
        } else {
            return Optional.of(new Setting(at, scalar.getValue(), problems));
        }
        return Optional.empty();
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "settings";
        }
        return node instanceof SequenceNode ? "a list" : "a value";
    }
}
