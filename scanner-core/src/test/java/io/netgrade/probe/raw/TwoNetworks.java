// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Two network namespaces with a wire between, that nothing else is in: {@code here} (10.77.0.1, fd77::1), from where tests
 * look, and {@code there} (10.77.0.2 to 10.77.0.5, fd77::2), where what they look at is. Several may be at once.
 */
public final class TwoNetworks implements AutoCloseable {
    public static final String HERE_WIRE = "wire0";
    public static final String THERE_WIRE = "wire1";

    private static final int NETWORK_NAMESPACE = 0x4000_0000;
    private static final long SECONDS = 300;

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String mark = ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
    private final String here = "ng-here-" + mark;
    private final String there = "ng-there-" + mark;
    private @Nullable BadWire faulty;

    /** What of the C library moves a thread into a namespace. */
    private static final class Entry {
        static {
            Native.register(Entry.class, "c");
        }

        private static native int open(String path, int flags);

        private static native int setns(int descriptor, int kind);

        private static native int close(int descriptor);
    }

    /** Made anew; the test is skipped where that is not allowed. */
    public static TwoNetworks made() throws IOException, InterruptedException {
        TwoNetworks networks = namespaces();
        run(("ip link add " + HERE_WIRE + " netns " + networks.here + " type veth peer name " + THERE_WIRE + " netns "
                        + networks.there)
                .split(" "));
        return networks.up();
    }

    /** The same with a wire that is bare of Ethernet and treats packets as the conditions say. */
    public static TwoNetworks over(BadWire.Conditions conditions) throws IOException, InterruptedException {
        TwoNetworks networks = namespaces();
        Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "no TUN devices");
        networks.faulty = BadWire.between(
                new BadWire.End("/run/netns/" + networks.here, HERE_WIRE),
                new BadWire.End("/run/netns/" + networks.there, THERE_WIRE),
                conditions);
        return networks.up();
    }

    private static TwoNetworks namespaces() throws IOException, InterruptedException {
        TwoNetworks networks = new TwoNetworks();
        boolean possible = succeeds("ip", "netns", "add", networks.here);
        Assumptions.assumeTrue(possible, "no network namespaces here: needs Linux, root and iproute2");
        run("ip", "netns", "add", networks.there);
        return networks;
    }

    private TwoNetworks up() throws IOException, InterruptedException {
        up(here, HERE_WIRE, "10.77.0.1/24", "fd77::1/64");
        up(there, THERE_WIRE, "10.77.0.2/24", "10.77.0.3/24", "10.77.0.4/24", "10.77.0.5/24", "fd77::2/64");
        return this;
    }

    /** The wire where it is one of {@link #over}. */
    public BadWire wire() {
        return Objects.requireNonNull(faulty, "a wire of the kernel's own");
    }

    private void up(String namespace, String wire, String... addresses) throws IOException, InterruptedException {
        for (String address : addresses) {
            List<String> command = new ArrayList<>(List.of("ip", "-n", namespace, "addr", "add", address, "dev", wire));
            if (address.contains(":")) {
                command.add("nodad");
            }
            run(command.toArray(String[]::new));
        }
        run("ip", "-n", namespace, "link", "set", "lo", "up");
        run("ip", "-n", namespace, "link", "set", wire, "up");
    }

    /** Runs a command of the other network; the test is skipped where there is none of that name. */
    public void commandThere(String... command) throws IOException, InterruptedException {
        command(there, command);
    }

    public void commandHere(String... command) throws IOException, InterruptedException {
        command(here, command);
    }

    /** Runs commands of ip(8), each without its first word, on this side. */
    public void batchHere(List<String> commands) throws IOException, InterruptedException {
        Path batch = Files.createTempFile("netgrade", ".batch");
        try {
            Files.write(batch, commands);
            run("ip", "-n", here, "-batch", batch.toString());
        } finally {
            Files.delete(batch);
        }
    }

    private static void command(String namespace, String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(succeeds("which", command[0]), "needs the command " + command[0]);
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        whole.addAll(List.of(command));
        run(whole.toArray(String[]::new));
    }

    /** What starts a command in the other network: the process of a thread that has moved there would not be in it. */
    public List<String> enteringThere(String... command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", there));
        whole.addAll(List.of(command));
        return whole;
    }

    public <T> T here(Callable<T> work) throws Exception {
        return within(here, work);
    }

    public <T> T there(Callable<T> work) throws Exception {
        return within(there, work);
    }

    /** Whatever sockets and threads the work makes are in the namespace, and stay there. */
    private static <T> T within(String namespace, Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                int descriptor = Entry.open("/run/netns/" + namespace, 0);
                if (descriptor < 0 || Entry.setns(descriptor, NETWORK_NAMESPACE) < 0) {
                    throw new IOException("cannot enter " + namespace);
                }
                Entry.close(descriptor);
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        try {
            return done.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (faulty != null) {
            faulty.close();
        }
        try {
            succeeds("ip", "netns", "del", here);
            succeeds("ip", "netns", "del", there);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (!succeeds(command)) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
