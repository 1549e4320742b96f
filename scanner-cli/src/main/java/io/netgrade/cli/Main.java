// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code netgrade} command. */
@Command(
        name = "netgrade",
        description = "Learns which security classification level a telecom operator's exposed services really hold.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Probes only what a scope names and you are authorised to test: see docs/authorised-use.md.",
            "'netgrade explain 2' says what an exit code means, 'netgrade explain MGT-07' what a control asks."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs one command and ends the process with its exit code. The launcher says by the property
     * {@code netgrade.terminal} whether standard output is a terminal, which no JDK tells reliably.
     */
    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                out,
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("netgrade.terminal"));
        // A probe must be able to speak inside the weak TLS that it is there to find; nothing secret is ever sent.
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Shutdown.interruptsThisThread();
        int code = ended(console, args);
        console.out().flush();
        Shutdown.finish(code);
    }

    /** An error of the Java machine, memory above all, is no exit code of ours but 70. */
    private static int ended(Console console, String... args) {
        try {
            return run(console, args);
        } catch (Error e) {
            console.say("ended by the Java machine (" + e + "); give it more memory with NETGRADE_JAVA_OPTS=-Xmx2g,"
                    + " or fewer inputs at a time");
            return ExitCode.FAULT.code();
        }
    }

    /** Runs one command; never ends the process. */
    static int run(Console console, String... args) {
        return run(console, Clock.systemUTC(), args);
    }

    /** @param clock tells the moment at which the scope of a probe must hold */
    static int run(Console console, Clock clock, String... args) {
        CommandLine netgrade = new CommandLine(new Main());
        Map<String, Supplier<Object>> commands = commands(console, clock);
        // Each takes its time to be understood, and the one that is named is enough.
        String named = args.length > 0 && commands.containsKey(args[0]) ? args[0] : "";
        commands.forEach((name, command) -> {
            if (named.isEmpty() || named.equals(name)) {
                netgrade.addSubcommand(name, command.get());
            }
        });
        netgrade.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, given) -> refused(console, e))
                .setExecutionExceptionHandler((e, command, parsed) -> ended(console, e, parsed, args));
        return netgrade.execute(args);
    }

    private static Map<String, Supplier<Object>> commands(Console console, Clock clock) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("analyze", () -> new AnalyzeCommand(console));
        commands.put("listen", () -> new ListenCommand(console));
        commands.put("scan", () -> new ScanCommand(console, clock));
        commands.put("assess", () -> new AssessCommand(console, clock));
        commands.put("judge", () -> new JudgeCommand(console));
        commands.put("classify", () -> new ClassifyCommand(console, clock));
        commands.put("profiles", () -> new ProfilesCommand(console));
        commands.put("explain", () -> new ExplainCommand(console));
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: see netgrade --help");
    }

    private static int refused(Console console, ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.say(String.valueOf(e.getMessage()).replace('\n', ' ') + " (see " + name + " --help)");
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                console.say("did you mean " + String.join(" or ", near) + "?");
            }
        }
        return ExitCode.USAGE.code();
    }

    private static int ended(Console console, Exception e, ParseResult parsed, String... args) {
        boolean verbose = Arrays.asList(args).contains("-v");
        if (e instanceof Refusal refusal) {
            refusal.lines().forEach(console::say);
            if (verbose && refusal.getCause() != null) {
                refusal.getCause().printStackTrace(console.err());
            }
            return refusal.exit().code();
        }
        return fault(console, e, parsed, verbose, args);
    }

    private static int fault(Console console, Exception e, ParseResult parsed, boolean verbose, String... args) {
        if (verbose) {
            e.printStackTrace(console.err());
        }
        try {
            Path report = Files.createTempFile("netgrade-fault-", ".txt");
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(report))) {
                text.println("netgrade " + Version.number() + ", Java " + Runtime.version());
                text.println("command: " + parsed.commandSpec().qualifiedName() + " " + String.join(" ", args));
                e.printStackTrace(text);
            }
            console.say("a fault of netgrade's own (" + e + "); please report it with " + report);
        } catch (IOException unwritable) {
            console.say("a fault of netgrade's own (" + e + "), and no report of it could be written: " + unwritable);
        }
        return ExitCode.FAULT.code();
    }
}
