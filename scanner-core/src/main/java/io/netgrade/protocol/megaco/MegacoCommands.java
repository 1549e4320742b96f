// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a message in text, long and short, that name transactions and commands (H.248.1 annex B.2). */
final class MegacoCommands {
    private static final Pattern TRANSACTION = Pattern.compile(
            "(?i)(Transaction|\\bT|Reply|\\bP|Pending|\\bPN|TransactionResponseAck|\\bK|Error|\\bER)\\s*[={]");
    private static final Pattern COMMAND = Pattern.compile("(?i)[{,]\\s*(?:[OW]-){0,2}"
            + "(Add|A|Move|MV|Modify|MF|Subtract|S|AuditValue|AV|AuditCapability|AC|Notify|N|ServiceChange|SC)\\s*=");
    private static final int MOST = 16;

    private MegacoCommands() {}

    /** The kind of the first transaction; empty where none is found. */
    static String transaction(String text) {
        Matcher matcher = TRANSACTION.matcher(text);
        return matcher.find() ? kind(matcher.group(1).toLowerCase(Locale.ROOT)) : "";
    }

    private static String kind(String word) {
        return switch (word) {
            case "transaction", "t" -> "request";
            case "reply", "p" -> "reply";
            case "pending", "pn" -> "pending";
            case "transactionresponseack", "k" -> "acknowledgement";
            default -> "error";
        };
    }

    static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(text);
        for (int i = 0; i < MOST && matcher.find(); i++) {
            String name = name(matcher.group(1).toLowerCase(Locale.ROOT));
            if (!commands.contains(name)) {
                commands.add(name);
            }
        }
        return commands;
    }

    private static String name(String word) {
        return switch (word) {
            case "add", "a" -> "add";
            case "move", "mv" -> "move";
            case "modify", "mf" -> "modify";
            case "subtract", "s" -> "subtract";
            case "auditvalue", "av" -> "audit-value";
            case "auditcapability", "ac" -> "audit-capability";
            case "notify", "n" -> "notify";
            default -> "service-change";
        };
    }
}
