// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Bar;
import io.netgrade.check.Check;
import io.netgrade.check.Clause;
import io.netgrade.check.Comparator;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.Seen;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Judge;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Automation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import io.netgrade.profile.Severity;
import io.netgrade.profile.Signed;
import io.netgrade.yaml.Language;
import io.netgrade.yaml.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small assessment with every kind of member, made in code, and each report of it. */
final class Sample {
    static final FactType CIPHERS =
            FactType.of("ssh.ciphers-offered", "What it offers.").names("algorithms", "the names");
    static final FactType ENGINE = FactType.of("ssh.engine", "")
            .number("boots", "")
            .flag("fresh", "")
            .instant("since", "")
            .text("id", "");
    static final Check CIPHER = FieldCheck.of("ssh.cipher", "Ciphers.", CIPHERS, "algorithms");
    static final List<Level> LEVELS = List.of(level("1", 0), level("2", 1));

    private final List<Observation> observations = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<CaptureCoverage> captures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    String unit = "core";
    String title = "Core network";
    String type = "";
    Signed signed = Signed.NOTHING;

    /** An SSH server at 192.0.2.host, with these ciphers in a capture. */
    Sample server(int host, String... ciphers) {
        return saw(host, Evidence.Source.CAPTURE, CIPHERS.complete(List.of(ciphers)));
    }

    Sample saw(int host, Evidence.Source source, Fact fact) {
        Evidence evidence = new Evidence(source, Seen.NOW, "lab.pcap", 7, "excerpt");
        observations.add(new Observation(
                new Sighting(Seen.endpoint(host, 22), "ssh", List.of(), Confidence.CONFIRMED), fact, evidence));
        return this;
    }

    /** A service whose ciphers nobody saw. */
    Sample silent(int host) {
        return saw(host, Evidence.Source.CAPTURE, CommonFacts.RECOGNISED.complete("server"));
    }

    /** What makes every remaining member of the JSON appear. */
    Sample everything(String words) {
        Endpoint tried = Seen.endpoint(9, 22);
        attempts.add(new Attempt(tried, "connect", Attempt.Status.TIMED_OUT, words, Seen.NOW, 1, 0, 0));
        captures.add(new CaptureCoverage(
                words,
                "",
                3,
                200,
                true,
                words,
                1,
                2,
                Map.of(147, 3L),
                4,
                5,
                1,
                1,
                Map.of("flow-table", 1L),
                Optional.of(Seen.NOW),
                Optional.of(Seen.NOW)));
        problems.add(new Problem(words, words + ": cannot be read", true));
        saw(1, Evidence.Source.PROBE, CommonFacts.SOFTWARE.complete(words, words, words));
        return saw(1, Evidence.Source.PROBE, ENGINE.partial(3, true, Seen.NOW, words));
    }

    Assessment judged() {
        UnitScope scope =
                new UnitScope(unit, title, type, "untrusted", Optional.of(LEVELS.get(1)), any -> true, any -> true);
        return Judge.judge(
                collected(), profile(), List.of(scope), signed, Map.of(CIPHER.id(), CIPHER), Optional.empty());
    }

    Collected collected() {
        Run run = new Run("run-1", "0.1.0", "analyze", Seen.NOW, Seen.NOW, "untrusted", true);
        return new Collected(run, observations, attempts, captures, problems);
    }

    static Profile profile() {
        Ask weak = ask(LEVELS.get(0), Severity.CRITICAL, false, Clause.of(Comparator.NONE_OF, "rc4", "des"));
        Ask modern = ask(LEVELS.get(1), Severity.MEDIUM, true, Clause.of(Comparator.ANY_OF, "aes"));
        Control ciphers =
                control("SSH-01", new Text("Ciphers are sound", "加密算法安全"), Automation.FULL, List.of(weak, modern));
        Control telnet = new Control(
                "TEL-01",
                "tests",
                new Text("Telnet ciphers", "Telnet 加密"),
                List.of("Clause 2"),
                Automation.PARTIAL,
                new Text("Why not.", "无。"),
                new Text("Stop it.", "停用。"),
                new Applies(Set.of("telnet"), Set.of(), Set.of(), false, false),
                List.of(weak),
                Optional.empty(),
                List.of());
        Control logs = control("MAN-01", new Text("Logs are kept", "留存日志"), Automation.NONE, List.of());
        return new Profile(
                "tests",
                "1",
                new Text("Tests", "测试"),
                "A source",
                "",
                List.of(new Text("Not checked.", "未核实。")),
                "ab".repeat(32),
                LEVELS,
                List.of(ciphers, telnet, logs));
    }

    static String text(Assessment assessment, Language language, int columns) {
        StringWriter text = new StringWriter();
        TextReport.write(assessment, language, Paint.PLAIN, columns, new PrintWriter(text));
        return text.toString();
    }

    static String html(Assessment assessment, Language language) {
        StringWriter text = new StringWriter();
        HtmlReport.write(assessment, language, text);
        return text.toString();
    }

    static String json(Assessment assessment) {
        StringWriter text = new StringWriter();
        try {
            JsonReport.write(assessment, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Control control(String id, Text title, Automation automation, List<Ask> asks) {
        return new Control(
                id,
                "tests",
                title,
                List.of("Clause 1"),
                automation,
                new Text("Weak ciphers are read.", "弱算法可被破解。"),
                new Text("Remove them.", "移除弱算法。"),
                asks.isEmpty() ? Applies.EVERYWHERE : new Applies(Set.of("ssh"), Set.of(), Set.of(), false, false),
                asks,
                asks.isEmpty() ? Optional.of(LEVELS.get(0)) : Optional.empty(),
                List.of("RFC 9999"));
    }

    private static Ask ask(Level level, Severity severity, boolean advisory, Clause clause) {
        return new Ask(level, severity, advisory, List.of(new Demand.OfCheck("ssh.cipher", new Bar(List.of(clause)))));
    }

    private static Level level(String id, int rank) {
        return new Level(id, rank, new Text("Level " + id, id + " 级"));
    }
}
