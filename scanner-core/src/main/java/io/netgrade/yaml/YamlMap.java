// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import io.netgrade.yaml.YamlNode.Mapping;
import io.netgrade.yaml.YamlNode.Member;
import io.netgrade.yaml.YamlNode.Scalar;
import io.netgrade.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Typed access to one mapping of a YAML file. What does not fit is noted as a {@link Mistake} with its line, and reading
 * goes on with a value that harms nothing, so that all mistakes are told at once.
 */
public record YamlMap(String file, Mapping node, Mistakes mistakes) {

    public Set<String> keys() {
        return node.members().keySet();
    }

    public boolean has(String key) {
        return node.members().containsKey(key);
    }

    /** The line of a key; the mapping's own where it has no such key. */
    public int line(String key) {
        Member member = node.members().get(key);
        return member == null ? node.line() : member.line();
    }

    public void complain(String key, String message) {
        mistakes.add(file, line(key), message);
    }

    /**
     * Complains of one place in the text of a key.
     *
     * @param at how many characters of the text stand before it
     */
    public void complainWithin(String key, int at, String message) {
        Member member = node.members().get(key);
        if (member != null && member.value() instanceof Scalar scalar) {
            Written.Place place = scalar.written().placeOf(scalar.text(), at);
            mistakes.add(file, place.line(), place.column(), message);
        } else {
            complain(key, message);
        }
    }

    /** Complains of every key but these. */
    public void allow(String... keys) {
        allowAll(List.of(keys));
    }

    public void allowAll(Collection<String> keys) {
        for (String key : keys()) {
            if (!keys.contains(key)) {
                complain(key, "key " + Spelling.notOneOf(key, keys));
            }
        }
    }

    /** Complains unless the file states this schema. */
    public void schema(String id) {
        if (has("schema")) {
            Optional<String> stated = text("schema");
            if (stated.isPresent() && !stated.get().equals(id)) {
                complain("schema", "schema is \"" + Spelling.shortened(stated.get()) + "\", must be " + id);
            }
        } else {
            complain("schema", "schema is missing: write schema: " + id);
        }
    }

    public Optional<String> text(String key) {
        return member(key).flatMap(member -> scalar(key, member.value()));
    }

    /** Complains where it is missing. */
    public Optional<String> needed(String key) {
        require(key);
        return text(key);
    }

    /** The values of a list, or the one value where a list of one was not written as a list. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(Scalar::text).toList();
    }

    /** As {@link #texts}, each read by a function that throws an IllegalArgumentException for what does not fit. */
    public <T> List<T> each(String key, Function<String, T> reading) {
        return scalars(key).stream()
                .flatMap(scalar -> read(key, scalar, reading).stream())
                .toList();
    }

    /** As {@link #text(String)}, read by a function that throws an IllegalArgumentException for what does not fit. */
    public <T> Optional<T> text(String key, Function<String, T> reading) {
        return member(key)
                .flatMap(member -> scalarNode(key, member.value()))
                .flatMap(scalar -> read(key, scalar, reading));
    }

    private <T> Optional<T> read(String key, Scalar scalar, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(scalar.text()));
        } catch (IllegalArgumentException unfit) {
            mistakes.add(file, scalar.line(), key + ": " + unfit.getMessage());
            return Optional.empty();
        }
    }

    private List<Scalar> scalars(String key) {
        Optional<Member> member = member(key);
        if (member.isEmpty()) {
            return List.of();
        }
        List<Scalar> scalars = new ArrayList<>();
        for (YamlNode item : items(member.get().value())) {
            scalarNode(key, item).ifPresent(scalars::add);
        }
        return scalars;
    }

    public boolean flag(String key, boolean unsaid) {
        Optional<String> said = choice(key, List.of("true", "false"));
        return said.map("true"::equals).orElse(unsaid);
    }

    /** One of the allowed words; empty, and a mistake, for any other. */
    public Optional<String> choice(String key, Collection<String> allowed) {
        Optional<String> said = text(key);
        if (said.isPresent() && !allowed.contains(said.get())) {
            complain(key, key + " " + Spelling.notOneOf(said.get(), allowed));
            return Optional.empty();
        }
        return said;
    }

    /** Words that must all be among the allowed ones. */
    public List<String> choices(String key, Collection<String> allowed) {
        List<String> fine = new ArrayList<>();
        for (Scalar said : scalars(key)) {
            if (allowed.contains(said.text())) {
                fine.add(said.text());
            } else {
                mistakes.add(file, said.line(), key + " " + Spelling.notOneOf(said.text(), allowed));
            }
        }
        return fine;
    }

    public Optional<YamlMap> map(String key) {
        return member(key).flatMap(member -> mapping(key, member.value()));
    }

    /** The mappings of a list, or the one mapping where it is not written as a list. */
    public List<YamlMap> maps(String key) {
        Optional<Member> member = member(key);
        if (member.isEmpty()) {
            return List.of();
        }
        List<YamlMap> maps = new ArrayList<>();
        for (YamlNode item : items(member.get().value())) {
            mapping(key, item).ifPresent(maps::add);
        }
        return maps;
    }

    public boolean isMap(String key) {
        return member(key).map(Member::value).filter(Mapping.class::isInstance).isPresent();
    }

    /** Whether it is a list whose first item is a mapping. */
    public boolean isListOfMaps(String key) {
        return member(key)
                .map(Member::value)
                .filter(Sequence.class::isInstance)
                .map(list -> ((Sequence) list).items())
                .filter(items -> !items.isEmpty() && items.get(0) instanceof Mapping)
                .isPresent();
    }

    /** Both languages of a text; complains of each that is missing. */
    public Text bilingual(String key) {
        require(key);
        Optional<YamlMap> both = map(key);
        both.ifPresent(map -> map.allow("en", "zh"));
        return new Text(language(both, key, "en"), language(both, key, "zh"));
    }

    public void require(String key) {
        if (!has(key)) {
            complain(key, key + " is missing");
        }
    }

    /** As {@link #require}; complains also of a list or a mapping that holds nothing. */
    public void requireSome(String key) {
        require(key);
        if (member(key).map(Member::value).filter(YamlMap::holdsNothing).isPresent()) {
            complain(key, key + " holds nothing");
        }
    }

    private static boolean holdsNothing(YamlNode value) {
        return (value instanceof Sequence list && list.items().isEmpty())
                || (value instanceof Mapping map && map.members().isEmpty());
    }

    private static String language(Optional<YamlMap> both, String key, String language) {
        Optional<String> said = both.flatMap(map -> map.text(language));
        if (both.isPresent() && !both.get().has(language)) {
            both.get().complain(language, key + " is missing in " + language);
        }
        return said.map(String::strip).orElse("");
    }

    private Optional<Member> member(String key) {
        return Optional.ofNullable(node.members().get(key));
    }

    private static List<YamlNode> items(YamlNode value) {
        return value instanceof Sequence sequence ? sequence.items() : List.of(value);
    }

    private Optional<String> scalar(String key, YamlNode value) {
        return scalarNode(key, value).map(Scalar::text);
    }

    private Optional<Scalar> scalarNode(String key, YamlNode value) {
        if (!(value instanceof Scalar scalar)) {
            mistakes.add(file, value.line(), key + " must be a single value, not " + YamlNode.kind(value));
            return Optional.empty();
        }
        if (scalar.text().isEmpty() && !scalar.quoted()) {
            mistakes.add(file, scalar.line(), key + " is empty");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    private Optional<YamlMap> mapping(String key, YamlNode value) {
        if (value instanceof Mapping mapping) {
            return Optional.of(new YamlMap(file, mapping, mistakes));
        }
        mistakes.add(file, value.line(), key + " must be a mapping, not " + YamlNode.kind(value));
        return Optional.empty();
    }
}
