// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.evidence.EvidenceFault;
import io.netgrade.evidence.EvidenceReader;
import io.netgrade.fact.Collected;
import io.netgrade.profile.Plan;
import io.netgrade.scan.PlanInputs;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netgrade judge}: saved evidence judged again. */
@Command(
        name = "judge",
        description = "Judges saved evidence again, under any profile, date or plan, without touching the network.",
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Option(names = "--plan", paramLabel = "PLAN.yaml", description = "Judges the units of this plan.")
    @Nullable
    private Path plan;

    @Option(
            names = "--what-if",
            paramLabel = "PROFILE",
            description =
                    "Says what this profile (an id, or a folder with a profile.yml) would make of the evidence, or"
                            + " where none is named of every run in the state directory; repeatable. Nothing is kept, and the"
                            + " exit code is 0 unless --fail-on names a level.")
    private List<String> whatIf = new ArrayList<>();

    @Parameters(
            paramLabel = "EVIDENCE",
            arity = "0..1",
            description = "An evidence file (NDJSON), or the folder of a run in the state directory.")
    @Nullable
    private Path evidence;

    JudgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!whatIf.isEmpty()) {
            return new Suppositions(console, options, whatIf, plan).of(evidence);
        }
        if (evidence == null) {
            throw Refusal.usage("EVIDENCE is missing: name an evidence file, or the folder of a run; --what-if PROFILE"
                    + " looks at every run that is kept");
        }
        return judge(evidence);
    }

    private int judge(Path named) {
        if (plan == null) {
            Conclusion conclusion = new Conclusion(console, options);
            Collected collected = read(named);
            return conclusion.of(
                    collected,
                    List.of(conclusion
                            .judgement()
                            .everything(options, collected.run().vantage())));
        }
        Plan read = Plans.read(plan, options);
        Conclusion conclusion = new Conclusion(console, options, read);
        Collected collected = read(named);
        return conclusion.of(
                collected,
                PlanInputs.of(read)
                        .units(collected.attempts(), conclusion.judgement().asked()));
    }

    static Collected read(Path named) {
        Path file = Files.isDirectory(named) ? named.resolve("evidence.ndjson") : named;
        try {
            return EvidenceReader.read(file, ProtocolCatalog.facts());
        } catch (EvidenceFault e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(ExitCode.BAD_DATA, List.of(file + ": the evidence cannot be read: " + e));
        }
    }
}
