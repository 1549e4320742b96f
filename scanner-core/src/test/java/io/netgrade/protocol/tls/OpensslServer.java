// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.lab.FreePorts;
import io.netgrade.protocol.Inquiry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** {@code openssl s_server} of this machine, and what makes its keys. */
final class OpensslServer {
    private OpensslServer() {}

    /** Skips the tests of a class where this machine has none. */
    static void needed() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl"))),
                "skipped: no openssl on this machine");
    }

    /** Makes {@code name.key} and {@code name.crt}, of which the common name is {@code name.lab}. */
    static void selfSigned(Path folder, String name, String newKey, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("req", "-x509", "-newkey", newKey));
        if (newKey.equals("ec")) {
            command.addAll(List.of("-pkeyopt", "ec_paramgen_curve:prime256v1"));
        }
        command.addAll(
                List.of("-nodes", "-subj", "/CN=" + name + ".lab", "-keyout", name + ".key", "-out", name + ".crt"));
        command.addAll(List.of(more));
        run(folder, command.toArray(String[]::new));
    }

    static Server.Asked ask(Path folder, Inquiry inquiry, String key, String... options) throws IOException {
        return whileUp(folder, key, server -> server.ask(inquiry), options);
    }

    /** What a server is asked while it is up. */
    static <T> T whileUp(Path folder, String key, Function<Server, T> question, String... options) throws IOException {
        int port = FreePorts.next();
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_server",
                "-quiet",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                key + ".crt",
                "-key",
                key + ".key"));
        command.addAll(List.of(options));
        Process server = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> listens(port));
            return question.apply(new SocketServer(port));
        } finally {
            server.destroyForcibly();
        }
    }

    /** Runs the command line tool in a folder; fails where it does. */
    static void run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
