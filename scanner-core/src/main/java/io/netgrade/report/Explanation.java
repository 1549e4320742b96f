// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.profile.AnyOfChecks;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Profile;
import io.netgrade.yaml.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in words what a control, a check, a fact or a protocol is. The words are the profile's and the protocol's own. */
public final class Explanation {
    private final PrintWriter out;
    private final Language language;

    public Explanation(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    public void control(Control control, Profile profile) {
        out.println(control.id() + "  " + control.title().in(language));
        out.println("profile " + profile.id() + " " + profile.version() + ", chapter " + control.chapter()
                + ", automation " + control.automation().name().toLowerCase(Locale.ROOT));
        out.println();
        out.println(control.rationale().in(language));
        out.println();
        for (Ask ask : control.asks()) {
            out.println("from level " + ask.level().id() + " (" + ask.severity().id()
                    + (ask.advisory() ? ", advice: blocks no level" : "") + "):");
            ask.demands().forEach(this::demand);
        }
        if (control.automation() == Automation.NONE) {
            out.println(
                    "from level " + control.from().id() + ": no network observation decides it; a person attests it");
        }
        out.println();
        out.println("remedy: " + control.remedy().in(language));
        out.println("derives from: " + String.join("; ", control.clauses()));
        if (!control.references().isEmpty()) {
            out.println("see: " + String.join("; ", control.references()));
        }
        settings(Remedies.known(control, profile));
    }

    public void check(Check check) {
        out.println(check.id() + "  " + check.meaning());
        out.println();
        out.println("measures the field " + check.field() + " of:");
        fact(check.fact());
        settings(Remedies.known(check));
    }

    private void settings(List<Remedies.OfProduct> settings) {
        if (settings.isEmpty()) {
            return;
        }
        Labels labels = Labels.of(language);
        SettingWords words = new SettingWords(labels, language);
        out.println();
        out.println(labels.of("settings") + labels.of("colon").strip());
        for (Remedies.OfProduct one : settings) {
            out.println("  " + words.product(one) + labels.of("colon") + words.setting(one) + "  " + words.says(one));
        }
    }

    public void fact(FactType fact) {
        out.println(fact.id() + "  " + fact.meaning());
        for (FactField field : fact.fields()) {
            out.println("  " + field.name() + " (" + field.kind().name().toLowerCase(Locale.ROOT) + ")  "
                    + field.meaning());
        }
    }

    public void protocol(String id, String title, String sends, List<FactType> facts, List<Check> checks) {
        out.println(id + "  " + title);
        out.println();
        out.println(sends.isEmpty() ? "netgrade sends nothing: it only listens." : "What a probe sends: " + sends);
        out.println();
        out.println("facts:");
        facts.forEach(fact -> out.println("  " + fact.id() + "  " + fact.meaning()));
        out.println("checks:");
        checks.forEach(check -> out.println("  " + check.id() + "  " + check.meaning()));
    }

    private void demand(Demand demand) {
        out.println("  "
                + (demand instanceof AnyOfChecks ? "any of" : demand.checks().get(0)) + ": " + words(demand));
    }

    static List<String> checks(Ask ask) {
        return ask.demands().stream()
                .map(demand -> String.join(" or ", demand.checks()))
                .toList();
    }

    static String words(Demand demand) {
        if (demand instanceof Demand.OfExpression of) {
            return of.expression().text().strip();
        }
        if (demand instanceof Demand.OfCheck of) {
            return words(of.bar());
        }
        return ((AnyOfChecks) demand)
                .ways().stream()
                        .map(way -> way.stream()
                                .map(part -> part.check() + ": " + words(part.bar()))
                                .collect(Collectors.joining(", and ")))
                        .collect(Collectors.joining("; or "));
    }

    private static String words(Bar bar) {
        return bar.clauses().stream().map(Explanation::words).collect(Collectors.joining("; and "));
    }

    private static String words(Clause clause) {
        Map<String, List<String>> where = new TreeMap<>(clause.where());
        String filter = where.isEmpty()
                ? ""
                : where.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + String.join(" or ", entry.getValue()))
                                .collect(Collectors.joining(" and "))
                        + ": ";
        String field = clause.field().map(name -> name + " ").orElse("");
        return filter + field + clause.comparator().id() + " " + String.join(", ", clause.operands());
    }
}
