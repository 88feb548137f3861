package io.bactrian.routecheck;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line. What is not there is a place too, an empty one, so that paths can be followed. */
final class YamlNode {

    private final Node node;
    private final int line;

    private YamlNode(Node node, int line) {
        this.node = node;
        this.line = line;
    }

    /** @throws YAMLException where the text is not YAML, or uses aliases, which a route needs as little as Camel knows them */
    static YamlNode parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        return new YamlNode(new Yaml(options).compose(new StringReader(text)), 1);
    }

    /** From 1; of what is missing, the line of the place where it should be. */
    int line() {
        return node == null ? line : node.getStartMark().getLine() + 1;
    }

    boolean isMissing() {
        return node == null;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The scalar that stands here, or null where something else or nothing does. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    String text(String key) {
        return at(key).text();
    }

    YamlNode at(String key) {
        return entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst()
                .orElseGet(() -> new YamlNode(null, line()));
    }

    boolean has(String key) {
        return !at(key).isMissing();
    }

    List<String> keys() {
        return entries().stream().map(Entry::key).toList();
    }

    List<Entry> entries() {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .map(pair -> new Entry(
                                new YamlNode(pair.getKeyNode(), line()), new YamlNode(pair.getValueNode(), line())))
                        .toList()
                : List.of();
    }

    List<YamlNode> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(item -> new YamlNode(item, line()))
                        .toList()
                : List.of();
    }

    /** Every entry of every map from here down, in the order of the file. */
    Stream<Entry> allEntries() {
        return Stream.concat(
                entries().stream()
                        .flatMap(entry ->
                                Stream.concat(Stream.of(entry), entry.value().allEntries())),
                items().stream().flatMap(YamlNode::allEntries));
    }

    /** A key and what belongs to it. */
    record Entry(YamlNode place, YamlNode value) {

        String key() {
            return String.valueOf(place.text());
        }

        int line() {
            return place.line();
        }
    }
}
