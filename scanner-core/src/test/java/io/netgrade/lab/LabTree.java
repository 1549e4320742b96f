// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The private Debian tree that servers of the tests run in.
 *
 * @param root the folder that becomes {@code /}
 * @param scripts the folder with {@code build} and {@code enter}
 */
public record LabTree(Path root, Path scripts) {
    private static final int COMMAND_SECONDS = 60;

    private static final Set<String> WAYS = Set.of("namespaces", "user", "chroot");
    /** The lab's user in {@code etc/passwd} and {@code inside}. */
    private static final int USER = 64_321;

    /** The tree of this checkout, or the one that the environment's {@code NETGRADE_LAB} names. */
    public static LabTree here() {
        Path checkout = Path.of(System.getProperty("netgrade.root", "..")).toAbsolutePath();
        String shared = System.getenv("NETGRADE_LAB");
        Path lab = shared == null ? checkout.resolve("target/lab") : Path.of(shared);
        return new LabTree(lab.resolve("tree").normalize(), checkout.resolve("scanner-core/src/test/lab"));
    }

    /** Why nothing can be started here; empty where all is well. */
    public Optional<String> obstacle() {
        if (!Files.isRegularFile(root.resolve("lab.id"))) {
            return Optional.of("there is no lab tree at " + root + " (scanner-core/src/test/lab/build makes it)");
        }
        try {
            String way = way();
            return WAYS.contains(way) ? Optional.empty() : Optional.of("the lab tree cannot be entered: " + way);
        } catch (IOException e) {
            return Optional.of("the lab tree cannot be entered: " + e.getMessage());
        }
    }

    /** How {@code enter} enters, or why it cannot. */
    private String way() throws IOException {
        Process way = new ProcessBuilder(script("enter"), "--way", root.toString()).start();
        String answer = new String(way.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        ended(way);
        return answer;
    }

    /** A new folder below the tree's {@code /srv} that belongs to the lab's user; goes with {@link #remove}. */
    public Path newFolder(String name) throws IOException {
        Path folder = Files.createTempDirectory(root.resolve("srv"), name + "-");
        give(folder);
        return folder;
    }

    /** Makes a file or folder the lab user's own. Unless we are root, that user is ourselves. */
    static void give(Path path) throws IOException {
        if (Files.getAttribute(path, "unix:uid").equals(0)) {
            Files.setAttribute(path, "unix:gid", USER);
            Files.setAttribute(path, "unix:uid", USER);
        }
    }

    /** Removes a run folder; what the server wrote is ours too, its user being ours or we being root. */
    public void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Runs a command of the tree to its end and returns what it printed; fails when it does. */
    public String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(entering(command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = ended(process);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ":\n" + printed);
        }
        return printed;
    }

    /** What to run outside so that a command runs inside. */
    List<String> entering(String... command) {
        List<String> entered = new ArrayList<>(List.of(script("enter"), root.toString()));
        entered.addAll(List.of(command));
        return entered;
    }

    /** Whether a server may be root in the tree: where we are root, and it is enclosed by namespaces. */
    public boolean allowsRoot() throws IOException {
        return way().equals("namespaces");
    }

    /** Starts a command of the tree that ends at the latest when the standard input it is given closes. */
    Process start(List<String> command, boolean rootIfPossible, Path log) throws IOException {
        List<String> entered = new ArrayList<>(List.of(script("enter"), "--while-stdin-open"));
        if (rootIfPossible) {
            entered.add("--root-if-possible");
        }
        entered.add(root.toString());
        entered.addAll(command);
        return new ProcessBuilder(entered)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private String script(String name) {
        return scripts.resolve(name).toString();
    }

    private static int ended(Process process) throws IOException {
        try {
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("a command of the lab tree did not end within " + COMMAND_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a command of the lab tree ran", e);
        }
    }
}
