// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import io.netgrade.yaml.YamlNode.Mapping;
import io.netgrade.yaml.YamlNode.Member;
import io.netgrade.yaml.YamlNode.Scalar;
import io.netgrade.yaml.YamlNode.Sequence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns the bytes of one YAML 1.2 file into nodes with lines. Built from the parser's events with a stack of its own, so
 * that no file, however deep, drives a recursion; anchors, aliases and a second document are refused.
 */
public final class YamlFile {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int DEEPEST = 32;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setParseComments(false)
            .build();

    private final String name;
    private final Mistakes mistakes;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable YamlNode root;
    private String source = "";

    private YamlFile(String name, Mistakes mistakes) {
        this.name = name;
        this.mistakes = mistakes;
    }

    /** The file's mapping; empty, and a mistake noted, where it is none. */
    public static Optional<YamlMap> read(String name, byte[] bytes, Mistakes mistakes) {
        return new YamlFile(name, mistakes).read(bytes);
    }

    private Optional<YamlMap> read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            source = text;
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                if (!take(event)) {
                    return Optional.empty();
                }
            }
        } catch (CharacterCodingException notText) {
            mistakes.add(name, 0, "is not UTF-8 text");
            return Optional.empty();
        } catch (MarkedYamlEngineException fault) {
            mistakes.add(name, line(fault.getProblemMark()), "is not YAML: " + oneLine(fault.getProblem()));
            return Optional.empty();
        } catch (YamlEngineException fault) {
            mistakes.add(name, 0, "is not YAML: " + oneLine(String.valueOf(fault.getMessage())));
            return Optional.empty();
        }
        if (root instanceof Mapping mapping) {
            return Optional.of(new YamlMap(name, mapping, mistakes));
        }
        mistakes.add(name, root == null ? 0 : root.line(), "must be a mapping of keys to values");
        return Optional.empty();
    }

    /** Whether the rest is worth reading. */
    private boolean take(Event event) {
        int line = line(event.getStartMark());
        switch (event.getEventId()) {
            case Alias -> {
                return refuse(line, "aliases are not supported; write the value out");
            }
            case DocumentStart -> {
                if (root != null) {
                    return refuse(line, "a second document is not supported");
                }
            }
            case MappingStart -> {
                return push(new Open(line, true));
            }
            case SequenceStart -> {
                return push(new Open(line, false));
            }
            case MappingEnd, SequenceEnd -> place(open.pop().closed());
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                place(new Scalar(line, scalar.getValue(), !scalar.isPlain(), written(scalar, line)));
            }
            case Comment, DocumentEnd, StreamEnd, StreamStart -> {}
        }
        return true;
    }

    private boolean push(Open started) {
        if (open.size() >= DEEPEST) {
            return refuse(started.line, "nested deeper than " + DEEPEST);
        }
        open.push(started);
        return true;
    }

    private boolean refuse(int line, String message) {
        mistakes.add(name, line, message);
        return false;
    }

    private void place(YamlNode node) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = key(node);
        } else {
            Scalar key = parent.key;
            parent.key = null;
            if (parent.members.putIfAbsent(key.text(), new Member(key.line(), node)) != null) {
                mistakes.add(name, key.line(), "key \"" + Spelling.shortened(key.text()) + "\" is there twice");
            }
        }
    }

    private Scalar key(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        mistakes.add(name, node.line(), "a key must be a single value, not " + YamlNode.kind(node));
        return new Scalar(node.line(), "?", false, new Written("", 0, node.line()));
    }

    private Written written(ScalarEvent scalar, int line) {
        int start = scalar.getStartMark().map(Mark::getIndex).orElse(0);
        return new Written(source, start, line);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(0);
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** A list or mapping that has not ended yet. */
    private static final class Open {
        private final int line;
        private final boolean mapping;
        private final List<YamlNode> items = new ArrayList<>();
        private final Map<String, Member> members = new LinkedHashMap<>();
        private @Nullable Scalar key;

        private Open(int line, boolean mapping) {
            this.line = line;
            this.mapping = mapping;
        }

        private YamlNode closed() {
            return mapping ? new Mapping(line, members) : new Sequence(line, items);
        }
    }
}
