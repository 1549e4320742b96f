// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

import io.netgrade.fact.FactType;
import io.netgrade.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts that an expression speaks of. In the text that the library reads each {@code facts['ssh.host-key']} is a
 * variable of the type that this fact has, of the same length, so that places in both texts are the same.
 */
final class FactMentions {
    private static final String WORD = "facts";
    private static final Pattern INDEX = Pattern.compile("\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*]");
    private static final Pattern VARIABLE = Pattern.compile("\\bfacts_(\\d+)_+");

    private final Map<String, FactType> catalogue;
    private final List<FactType> mentioned = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private final List<ExpressionFault> faults = new ArrayList<>();
    private final StringBuilder text;

    /** @param catalogue all types of facts that there are, by id */
    FactMentions(String expression, Map<String, FactType> catalogue) {
        this.catalogue = catalogue;
        this.text = new StringBuilder(expression);
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"') {
                at = afterQuoted(at);
            } else if (Character.isJavaIdentifierStart(next)) {
                at = afterWord(at);
            } else {
                at++;
            }
        }
    }

    /** The text that the library reads. */
    String text() {
        return text.toString();
    }

    /** The type of each variable; one may be there several times. */
    List<FactType> mentioned() {
        return mentioned;
    }

    /** The names of the variables, as many. */
    List<String> variables() {
        return variables;
    }

    List<ExpressionFault> faults() {
        return faults;
    }

    /** A message of the library in the words of the expression. */
    String inOwnWords(String message) {
        Matcher variable = VARIABLE.matcher(message);
        StringBuilder own = new StringBuilder();
        while (variable.find()) {
            int number = Integer.parseInt(variable.group(1));
            String id = number < mentioned.size() ? mentioned.get(number).id() : "?";
            variable.appendReplacement(own, Matcher.quoteReplacement("facts['" + id + "']"));
        }
        return variable.appendTail(own).toString();
    }

    private int afterQuoted(int open) {
        char quote = text.charAt(open);
        String ending = text.indexOf(String.valueOf(quote).repeat(3), open) == open
                ? String.valueOf(quote).repeat(3)
                : String.valueOf(quote);
        int at = open + ending.length();
        while (at < text.length() && text.indexOf(ending, at) != at) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + ending.length();
    }

    private int afterWord(int start) {
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        boolean member = start > 0 && text.charAt(start - 1) == '.';
        return !member && text.substring(start, end).equals(WORD) ? afterFacts(start, end) : end;
    }

    private int afterFacts(int start, int end) {
        Matcher index = INDEX.matcher(text).region(end, text.length());
        if (!index.lookingAt()) {
            faults.add(
                    new ExpressionFault(start, "facts is followed by the id of a fact: facts['service.recognised']"));
            return end;
        }
        String id = index.group(1) == null ? index.group(2) : index.group(1);
        FactType type = catalogue.get(id);
        if (type == null) {
            int at = index.start(index.group(1) == null ? 2 : 1);
            faults.add(new ExpressionFault(at, "fact " + Spelling.notOneOf(id, catalogue.keySet())));
            return index.end();
        }
        String variable = WORD + "_" + mentioned.size();
        String padded = variable + "_".repeat(index.end() - start - variable.length());
        text.replace(start, index.end(), padded);
        mentioned.add(type);
        variables.add(padded);
        return index.end();
    }
}
