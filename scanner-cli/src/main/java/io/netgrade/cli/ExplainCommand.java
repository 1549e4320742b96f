// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.check.Check;
import io.netgrade.fact.FactType;
import io.netgrade.profile.Control;
import io.netgrade.profile.Profile;
import io.netgrade.profile.UnitTypes;
import io.netgrade.protocol.Protocol;
import io.netgrade.report.Explanation;
import io.netgrade.report.UnitTypeReport;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netgrade explain}: one control, check, fact, protocol or exit code, in words. */
@Command(
        name = "explain",
        description = "Says in words what a control, a check, a fact, a protocol, a unit type or an exit code is.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--profile",
            paramLabel = "ID|FILE",
            description = "The profile in which a control is looked up (default: miit-telecom).")
    private String profile = Judgement.USUAL_PROFILE;

    @Option(names = "--lang", paramLabel = "en|zh", description = "The language (default: en).")
    private Language language = Language.EN;

    @Parameters(paramLabel = "ID", description = "Such as MGT-07, ssh.key-exchange, tls, or 2 for the exit code.")
    private String id = "";

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<ExitCode> exit = ExitCode.of(id);
        if (exit.isPresent()) {
            console.out()
                    .println(
                            "exit code " + exit.get().code() + ": " + exit.get().meaning());
            return ExitCode.HOLDS.code();
        }
        Explanation explanation = new Explanation(console.out(), language);
        Optional<Protocol> protocol = ProtocolCatalog.byId(id);
        Map<String, Check> checks = ProtocolCatalog.vocabulary().checks();
        Map<String, FactType> facts = ProtocolCatalog.facts();
        if (protocol.isPresent()) {
            Protocol found = protocol.get();
            explanation.protocol(found.id(), found.title(), found.sends(), found.facts(), found.checks());
        } else if (checks.containsKey(id)) {
            explanation.check(checks.get(id));
        } else if (facts.containsKey(id)) {
            explanation.fact(facts.get(id));
        } else if (UnitTypes.shipped().containsKey(id)) {
            new UnitTypeReport(UnitTypes.named(id).orElseThrow(), Judgement.profile(profile))
                    .text(language, console.out());
        } else {
            control(explanation);
        }
        return ExitCode.HOLDS.code();
    }

    private void control(Explanation explanation) {
        Profile read = Judgement.profile(profile);
        Optional<Control> control = read.control(id);
        if (control.isEmpty()) {
            throw Refusal.usage(unknown(read));
        }
        explanation.control(control.get(), read);
    }

    private List<String> unknown(Profile read) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "\"" + id + "\" is no control of " + read.id() + ", no check, fact, protocol, unit type or exit code");
        lines.add("protocols: "
                + String.join(
                        ", ", ProtocolCatalog.all().stream().map(Protocol::id).toList()));
        lines.add("unit types: " + String.join(", ", UnitTypes.shipped().keySet()));
        lines.add("controls: "
                + String.join(", ", read.controls().stream().map(Control::id).toList()));
        return lines;
    }
}
