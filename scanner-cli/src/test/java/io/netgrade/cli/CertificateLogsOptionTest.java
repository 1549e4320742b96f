// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --ct-logs}, from the list of logs to the evidence: what a log signed, what it did not, and of whom nobody knows. */
class CertificateLogsOptionTest {
    private static final Pattern STATED =
            Pattern.compile("\"fact\":\"tls\\.certificate-timestamp\",.*?\"value\":(\\{.*?\\})");

    @TempDir
    private Path folder;

    @Test
    void tellsWhatALogSigned() throws Exception {
        try (LoggedServer server = LoggedServer.logged()) {
            assertThat(stated(server, "--ct-logs", list(server.logs())))
                    .contains("\"log\":\"Lab 2026\"", "\"place\":\"certificate\"", "\"signature\":\"valid\"");
            assertThat(stated(server, "--ct-logs", list(LoggedServer.otherLogs())))
                    .contains("\"signature\":\"unknown-log\"")
                    .doesNotContain("Lab 2026");
            assertThat(stated(server)).contains("\"place\":\"certificate\"").doesNotContain("signature", "Lab 2026");
        }
    }

    @Test
    void tellsWhatALogDidNotSign() throws Exception {
        try (LoggedServer server = LoggedServer.forged()) {
            assertThat(stated(server, "--ct-logs", list(server.logs())))
                    .contains("\"log\":\"Lab 2026\"", "\"signature\":\"invalid\"");
        }
    }

    @Test
    void whatIsNoListIsNoRun() throws Exception {
        Path none = Files.writeString(folder.resolve("none.json"), "{\"operators\": []}");

        Ran ran = Ran.netgrade("scan", "127.0.0.1:9", "--ct-logs", none.toString(), "--state", folder + "/state");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("--ct-logs: ", "no log in it");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    private String list(String logs) throws Exception {
        return Files.writeString(folder.resolve("logs.json"), logs).toString();
    }

    /** The one timestamp that the evidence of a scan has. */
    private String stated(LoggedServer server, String... options) throws Exception {
        Path evidence = folder.resolve("evidence.ndjson");
        Files.deleteIfExists(evidence);
        List<String> arguments = new ArrayList<>(List.of("scan", server.target(), "--rate", "500", "-q"));
        arguments.addAll(List.of("--evidence", evidence.toString(), "--state", folder + "/state"));
        arguments.addAll(Arrays.asList(options));
        Ran ran = Ran.netgrade(arguments.toArray(String[]::new));
        Matcher found = STATED.matcher(Files.readString(evidence));
        assertThat(found.find()).as(ran.err()).isTrue();
        return found.group(1);
    }
}
