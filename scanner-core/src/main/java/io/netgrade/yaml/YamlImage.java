// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import io.netgrade.yaml.YamlNode.Mapping;
import io.netgrade.yaml.YamlNode.Member;
import io.netgrade.yaml.YamlNode.Scalar;
import io.netgrade.yaml.YamlNode.Sequence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML files as nodes in a compact form that is read many times faster than YAML. It is for what a build made out of files
 * of its own: reading trusts it, and knows lines but no columns. Numbers have seven bits to an octet, the lowest first; a text stands at its first place and
 * is a number afterwards.
 */
public final class YamlImage {
    private static final int SCALAR = 0;
    private static final int QUOTED = 1;
    private static final int SEQUENCE = 2;
    private static final int MAPPING = 3;

    private YamlImage() {}

    /** Writes numbers, texts and nodes one after another. */
    public static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Map<String, Integer> texts = new LinkedHashMap<>();

        public void number(int value) {
            int rest = value;
            while (rest > 0x7F) {
                out.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
        }

        public void text(String text) {
            Integer known = texts.putIfAbsent(text, texts.size());
            number(known == null ? texts.size() - 1 : known);
            if (known == null) {
                boolean latin = text.chars().allMatch(each -> each <= 0xFF);
                byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
                number(2 * bytes.length + (latin ? 0 : 1));
                out.writeBytes(bytes);
            }
        }

        /** @param node no deeper than {@link YamlFile} takes one */
        public void node(YamlNode node) {
            if (node instanceof Scalar scalar) {
                out.write(scalar.quoted() ? QUOTED : SCALAR);
                number(scalar.line());
                text(scalar.text());
            } else if (node instanceof Sequence sequence) {
                out.write(SEQUENCE);
                number(sequence.line());
                number(sequence.items().size());
                sequence.items().forEach(this::node);
            } else if (node instanceof Mapping mapping) {
                out.write(MAPPING);
                number(mapping.line());
                number(mapping.members().size());
                mapping.members().forEach((key, member) -> {
                    text(key);
                    number(member.line());
                    node(member.value());
                });
            }
        }

        public byte[] bytes() {
            return out.toByteArray();
        }
    }

    /** Reads what a {@link Writer} wrote, in the same order. */
    public static final class Reader {
        private final byte[] bytes;
        private final List<String> texts = new ArrayList<>();
        private int at;

        public Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        public int number() {
            int value = bytes[at++];
            if (value < 0) {
                value &= 0x7F;
                int shift = 7;
                int next;
                do {
                    next = bytes[at++];
                    value |= (next & 0x7F) << shift;
                    shift += 7;
                } while (next < 0);
            }
            return value;
        }

        public String text() {
            int number = number();
            if (number == texts.size()) {
                int length = number();
                texts.add(new String(
                        bytes,
                        at,
                        length >> 1,
                        (length & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE));
                at += length >> 1;
            }
            return texts.get(number);
        }

        public YamlNode node() {
            int kind = bytes[at++];
            int line = number();
            if (kind == SCALAR || kind == QUOTED) {
                return new Scalar(line, text(), kind == QUOTED, new Written("", 0, line));
            }
            int size = number();
            return kind == SEQUENCE ? sequence(line, size) : mapping(line, size);
        }

        private Sequence sequence(int line, int size) {
            List<YamlNode> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(node());
            }
            return new Sequence(line, items);
        }

        private Mapping mapping(int line, int size) {
            Map<String, Member> members = new LinkedHashMap<>(2 * size);
            for (int i = 0; i < size; i++) {
                String key = text();
                members.put(key, new Member(number(), node()));
            }
            return new Mapping(line, members);
        }
    }
}
