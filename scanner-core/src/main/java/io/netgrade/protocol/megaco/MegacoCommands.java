// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a message in text, long and short, that name transactions and commands (H.248.1 annex B.2). */
final class MegacoCommands {
    private static final Map<String, String> TRANSACTIONS = Map.ofEntries(
            Map.entry("transaction", "request"),
            Map.entry("t", "request"),
            Map.entry("reply", "reply"),
            Map.entry("p", "reply"),
            Map.entry("pending", "pending"),
            Map.entry("pn", "pending"),
            Map.entry("transactionresponseack", "acknowledgement"),
            Map.entry("k", "acknowledgement"),
            Map.entry("error", "error"),
            Map.entry("er", "error"));

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("add", "add"),
            Map.entry("a", "add"),
            Map.entry("move", "move"),
            Map.entry("mv", "move"),
            Map.entry("modify", "modify"),
            Map.entry("mf", "modify"),
            Map.entry("subtract", "subtract"),
            Map.entry("s", "subtract"),
            Map.entry("auditvalue", "audit-value"),
            Map.entry("av", "audit-value"),
            Map.entry("auditcapability", "audit-capability"),
            Map.entry("ac", "audit-capability"),
            Map.entry("notify", "notify"),
            Map.entry("n", "notify"),
            Map.entry("servicechange", "service-change"),
            Map.entry("sc", "service-change"));

    private static final int LONGEST = "transactionresponseack".length();
    private static final int MOST = 16;

    private MegacoCommands() {}

    /** The kind of the first transaction; empty where none is found. */
    static String transaction(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            char next = after(text, end);
            String kind = next == '=' || next == '{' ? meaning(TRANSACTIONS, text, at, end) : "";
            if (!kind.isEmpty()) {
                return kind;
            }
            at = end + 1;
        }
        return "";
    }

    /** The commands, each once, of the first few that are named. */
    static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        int met = 0;
        for (int at = 0; at < text.length() && met < MOST; at++) {
            if (text.charAt(at) == '{' || text.charAt(at) == ',') {
                String command = command(text, at + 1);
                met += command.isEmpty() ? 0 : 1;
                if (!command.isEmpty() && !commands.contains(command)) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    /** The command that begins at a place, which may be marked as optional and as one of a wildcard's. */
    private static String command(String text, int from) {
        int at = blanksEnd(text, from);
        for (int marks = 0; marks < 2 && isMark(text, at); marks++) {
            at += 2;
        }
        int end = wordEnd(text, at);
        return after(text, end) == '=' ? meaning(COMMANDS, text, at, end) : "";
    }

    private static boolean isMark(String text, int at) {
        return at + 1 < text.length() && "OWow".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '-';
    }

    private static String meaning(Map<String, String> words, String text, int from, int to) {
        boolean possible = to > from && to - from <= LONGEST;
        return possible ? words.getOrDefault(text.substring(from, to).toLowerCase(Locale.ROOT), "") : "";
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one == '_';
    }

    /** The first character at or behind a place that is no blank; a blank where there is none. */
    private static char after(String text, int from) {
        int at = blanksEnd(text, from);
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private static int blanksEnd(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
