// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.http.HttpFacts;
import io.netgrade.protocol.ssh.SshFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints of our own making in the format of Recog. */
class RecogFolderTest {
    private static final String SSH = """
            <?xml version='1.0' encoding='UTF-8'?>
            <fingerprints matches="ssh.banner" protocol="ssh" database_type="service" preference="0.90">
              <fingerprint pattern="^LabShell_(\\d+\\.\\d+)(?:-(\\h+))?$" flags="REG_ICASE">
                <description>LabShell, which nobody sells</description>
                <example service.version="1.2">LabShell_1.2</example>
                <param pos="0" name="service.vendor" value="Lab"/>
                <param pos="0" name="service.product" value="LabShell"/>
                <param pos="1" name="service.version"/>
                <param pos="0" name="service.cpe23" value="cpe:/a:lab:labshell:{service.version}"/>
              </fingerprint>
              <fingerprint pattern="^Behind(?=Another)">
                <param pos="0" name="service.product" value="never"/>
              </fingerprint>
              <fingerprint pattern="^(a)\\1$">
                <param pos="0" name="service.product" value="never"/>
              </fingerprint>
              <fingerprint pattern="^Box$">
                <param pos="0" name="hw.product" value="LabBox"/>
                <param pos="0" name="hw.cpe23" value="cpe:/h:lab:labbox:-"/>
              </fingerprint>
            </fingerprints>
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsProductVersionAndCpe() throws IOException {
        assertThat(read(SSH).software("ssh.banner", "labshell_1.2-beef"))
                .contains(CommonFacts.SOFTWARE.partial("LabShell", "1.2", "cpe:2.3:a:lab:labshell:1.2:*:*:*:*:*:*:*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LabShell_x", "MyLabShell_1.2", "LabShell_1.2-xyz", "BehindAnother", "aa", ""})
    void tellsNothingOfWhatDoesNotFit(String text) throws IOException {
        assertThat(read(SSH).software("ssh.banner", text)).isEmpty();
        assertThat(read(SSH).software("ftp.banner", "LabShell_1.2")).isEmpty();
    }

    @Test
    void countsWhatRe2DoesNotTake() throws IOException {
        RecogFolder read = read(SSH);

        assertThat(read.count()).isEqualTo(2);
        assertThat(read.untaken()).isEqualTo(2);
    }

    @Test
    void tellsADeviceWhereThereIsNoServiceAndNoCpeWithoutAVersion() throws IOException {
        assertThat(read(SSH).software("ssh.banner", "Box"))
                .contains(CommonFacts.SOFTWARE.partial("LabBox", null, null));
    }

    @Test
    void takesTheTextsThatObservationsHold() throws IOException {
        RecogFolder read = read(SSH);
        Observation ssh = seen("ssh", SshFacts.IDENTIFICATION.complete("2.0", "LabShell_1.2", null), "");

        assertThat(read.tells(ssh))
                .map(Observation::fact)
                .map(fact -> fact.text("product"))
                .contains(Optional.of("LabShell"));
        assertThat(read.tells(seen("ssh", SshFacts.IDENTIFICATION.complete("2.0", "OpenSSH_9.2", null), "")))
                .isEmpty();
        assertThat(RecogFolder.empty().tells(ssh)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_header.server", "html_title", "smtp.banner", "snmp.sys_description"})
    void takesEachKindOfTextFromItsOwnFactAlone(String matches) throws IOException {
        RecogFolder read = read(SSH.replace("ssh.banner", matches));
        List<Observation> seen = List.of(
                seen("http", HttpFacts.RESPONSE.complete(200, "LabShell_1.2", null, null), ""),
                seen("http", HttpFacts.TITLE.complete("LabShell_1.2"), ""),
                seen("smtp", CommonFacts.SOFTWARE.partial("x", null, null), "LabShell_1.2"),
                seen("snmp", CommonFacts.SOFTWARE.partial("x", null, null), "LabShell_1.2"));

        assertThat(seen.stream().filter(one -> read.tells(one).isPresent())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp.banner", "smtp.banner", "pop3.banner", "imap4.banner", "nntp.banner"})
    void seesTheGreetingOfSoftwareThatNetgradeDoesNotKnow(String matches) throws IOException {
        RecogFolder read = read(SSH.replace("ssh.banner", matches));
        Fact greeting = CommonFacts.greeting(" LabShell_1.2\r\n").orElseThrow();
        List<String> protocols = List.of("ftp", "smtp", "pop3", "imap", "nntp", "telnet", "irc");

        assertThat(protocols.stream()
                        .filter(protocol ->
                                read.tells(seen(protocol, greeting, "")).isPresent()))
                .containsExactly(matches.replaceAll("4?\\..*", ""));
    }

    @Test
    void readsTextsBehindTheirReplyCodes() throws IOException {
        Fact known = CommonFacts.SOFTWARE.partial("x", null, null);

        assertThat(read(SSH.replace("ssh.banner", "imap4.banner")).tells(seen("imap", known, "OK LabShell_1.2")))
                .isPresent();
        assertThat(read(SSH.replace("ssh.banner", "pop3.banner")).tells(seen("pop3", known, "+OK LabShell_1.2")))
                .isPresent();
        assertThat(read(SSH.replace("ssh.banner", "pop3.banner")).tells(seen("pop3", known, "-ERR LabShell_1.2")))
                .isEmpty();
    }

    @Test
    void aFileThatDoesNotSayWhatItIsForIsCalledByIt() throws IOException {
        Files.writeString(folder.resolve("telnet_banners.xml"), SSH.replace("matches=\"ssh.banner\"", ""));
        Fact greeting = CommonFacts.greeting("LabShell_1.2").orElseThrow();

        assertThat(RecogFolder.read(folder).tells(seen("telnet", greeting, ""))).isPresent();
        assertThat(RecogFolder.read(folder).tells(seen("ftp", greeting, ""))).isEmpty();
    }

    @Test
    void theFirstThatFitsDecidesAlsoWhereItNamesNothing() throws IOException {
        String silent =
                "<fingerprint pattern=\"^LabShell_9\"><param pos=\"0\" name=\"os.certainty\" value=\"0.0\"/></fingerprint>";
        RecogFolder read = read(SSH.replaceFirst("(?=<fingerprint )", silent));

        assertThat(read.software("ssh.banner", "LabShell_9.1")).isEmpty();
        assertThat(read.software("ssh.banner", "LabShell_8.1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE f [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><fingerprints matches='x'>&a;</fingerprints>",
                "<!DOCTYPE f [<!ENTITY a 'b'>]><fingerprints matches='x'><description>&a;</description></fingerprints>",
                "<other/>",
                "<fingerprints matches='x'><fingerprint pattern='a'><param pos='x' name='y'/></fingerprint></fingerprints>",
                "<fingerprints",
                ""
            })
    void refusesWhatIsNotInTheFormatOrWouldReachOutside(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(IOException.class).hasMessageContaining("lab.xml");
    }

    @Test
    void refusesAFolderWithoutAny() {
        assertThatThrownBy(() -> RecogFolder.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void staysLinearWhereOthersDoNot() throws IOException {
        RecogFolder read = read(SSH.replace("^Box$", "^(a+)+$"));

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(read.software("ssh.banner", "a".repeat(500) + "!"))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{,3}b\\Z", "[\\h]\\_x", "\\/\\-\\.\\\"", "[^\\]]+\\[x\\]"})
    void convertsWhatRubyWritesInItsOwnWay(String pattern) {
        assertThat(RecogPattern.of(pattern, "")).isPresent();
    }

    @Test
    void letsADotBeALinesEndOnlyWhereTheFlagSaysSo() {
        assertThat(RecogPattern.of("a.b", "REG_DOT_NEWLINE")
                        .orElseThrow()
                        .matcher("a\nb")
                        .find())
                .isTrue();
        assertThat(RecogPattern.of("a.b", "").orElseThrow().matcher("a\nb").find())
                .isFalse();
        assertThat(RecogPattern.of("^b$", "").orElseThrow().matcher("a\nb\nc").find())
                .isTrue();
        assertThat(RecogPattern.of("AB", "").orElseThrow().matcher("ab").find()).isFalse();
    }

    private RecogFolder read(String xml) throws IOException {
        Files.writeString(folder.resolve("lab.xml"), xml);
        return RecogFolder.read(folder);
    }

    private static Observation seen(String protocol, Fact fact, String excerpt) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 22, Transport.TCP);
        return new Observation(
                new Sighting(endpoint, protocol, List.of(), Confidence.CONFIRMED),
                fact,
                new Evidence(Evidence.Source.PROBE, Instant.EPOCH, "x", 0, excerpt));
    }
}
