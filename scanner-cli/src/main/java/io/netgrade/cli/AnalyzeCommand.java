// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Run;
import io.netgrade.scan.CaptureInputs;
import io.netgrade.scan.Captures;
import io.netgrade.scan.Collector;
import io.netgrade.scan.ReadingWatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netgrade analyze}: what captures show. */
@Command(
        name = "analyze",
        description = "Passive: services, facts, findings and level from captures.",
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Mixin
    private final Vantages vantage = new Vantages();

    @Parameters(
            paramLabel = "CAPTURE",
            arity = "1..*",
            description = "pcap or pcapng files, directories, globs, or - for standard input.")
    private List<String> captures = new ArrayList<>();

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Conclusion conclusion = new Conclusion(console, options);
        Run run = vantage.begin("analyze");
        CaptureInputs inputs = CaptureInputs.of(captures, Path.of(""));
        ReadingWatch watch = new ReadingWatch();
        try (Collector collector = Journal.collector(console, options, run)) {
            inputs.problems().forEach(collector::problem);
            ProgressLine.during(
                    console,
                    options,
                    watch,
                    inputs.bytes(),
                    () -> Captures.examine(inputs.files(), System.in, collector, watch));
            return conclusion.of(
                    collector.collected(run, Instant.now()),
                    List.of(conclusion.judgement().everything(options, vantage.id())));
        }
    }
}
