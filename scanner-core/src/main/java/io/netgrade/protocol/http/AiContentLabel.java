// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The implicit label of generated content (GB 45438-2025 annex E): a field AIGC, whose value is an object of JSON with text
 * members alone, by itself or once more within an object of that name.
 *
 * @param members by their names, in the file's order
 */
record AiContentLabel(Map<String, String> members) {
    private static final String FIELD = "AIGC";
    private static final int MOST_MEMBERS = 16;
    private static final int LONGEST = 4096;

    /** Characters between the field's name and its value: quotes, colons, tags, a nul. */
    private static final int MOST_BETWEEN = 64;

    AiContentLabel {
        members = Map.copyOf(members);
    }

    /** @param metadata of a file, an octet a character; within XML, quotes may be entities */
    static Optional<AiContentLabel> in(String metadata) {
        String text = metadata.replace("&quot;", "\"").replace("&#34;", "\"");
        for (int at = text.indexOf(FIELD); at >= 0; at = text.indexOf(FIELD, at + 1)) {
            int open = text.indexOf('{', at);
            if (open >= 0 && open - at <= MOST_BETWEEN) {
                int inner = text.startsWith("\"" + FIELD + "\"", open + 1) ? text.indexOf('{', open + 1) : open;
                Map<String, String> members = inner < 0 ? Map.of() : members(text, inner);
                if (members.containsKey("Label")) {
                    return Optional.of(new AiContentLabel(members));
                }
            }
        }
        return Optional.empty();
    }

    /** What GB 45438 wants of a producer, and values in its characters: no space, no quote, no backslash but before one. */
    boolean wellFormed() {
        boolean label = List.of("1", "2", "3").contains(members.getOrDefault("Label", ""));
        return label
                && filled("ContentProducer")
                && filled("ProduceID")
                && members.values().stream().allMatch(AiContentLabel::inItsCharacters);
    }

    Fact fact(String container) {
        return HttpFacts.MEDIA_LABEL.complete(
                container,
                true,
                members.get("Label"),
                wellFormed(),
                members.keySet().stream().sorted().toList());
    }

    private boolean filled(String name) {
        return !members.getOrDefault(name, "").isEmpty();
    }

    private static boolean inItsCharacters(String value) {
        return value.replace("\\\"", "").chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\');
    }

    /** The members of the object that opens there, as far as they are texts; none where it does not close. */
    private static Map<String, String> members(String text, int open) {
        List<String> words = new ArrayList<>();
        int limit = Math.min(text.length(), open + LONGEST);
        int at = open + 1;
        while (at < limit && text.charAt(at) != '}') {
            if (text.charAt(at) == '"') {
                int end = closing(text, at + 1, limit);
                if (end < 0 || words.size() >= 2 * MOST_MEMBERS) {
                    return Map.of();
                }
                words.add(text.substring(at + 1, end));
                at = end;
            }
            at++;
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; at < limit && i + 1 < words.size(); i += 2) {
            members.put(words.get(i), words.get(i + 1));
        }
        return members;
    }

    private static int closing(String text, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                return at;
            }
        }
        return -1;
    }
}
