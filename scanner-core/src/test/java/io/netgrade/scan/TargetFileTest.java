// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {
    private static final String NMAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nmaprun>
            <?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
            <nmaprun scanner="nmap" args="nmap -oX" start="1" version="7.93">
            <host><status state="up" reason="arp"/><address addr="192.0.2.1" addrtype="ipv4"/>
            <address addr="00:00:5E:00:53:01" addrtype="mac" vendor="A &amp; B"/>
            <ports><extraports state="closed" count="2"/>
            <port protocol="tcp" portid="22"><state state="open" reason="syn-ack"/><service name="ssh"/></port>
            <port protocol="tcp" portid="23"><state state="closed" reason="reset"/></port>
            <port protocol="udp" portid="161"><state state="open"/></port>
            <port protocol="udp" portid="123"><state state="open|filtered"/></port>
            <port protocol="sctp" portid="2905"><state state="open"/></port>
            </ports></host>
            <host><status state="up"/><address addr="2001:db8::7" addrtype="ipv6"/></host>
            <host><status state="down"/><address addr="192.0.2.9" addrtype="ipv4"/></host>
            <host><status state="up"/><address addr="192.0.2.3" addrtype="ipv4"/>
            <ports><port protocol="tcp" portid="80"><state state="filtered"/></port></ports></host>
            </nmaprun>
            """;

    private final List<String> mistakes = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aListWithCommentsAndBlankLines() throws IOException {
        assertThat(read("""
                # the core
                192.0.2.1        # one

                \t[2001:db8::1]:22\t
                192.0.2.0/30:161/udp
                open
                core.example
                """))
                .containsExactly(
                        "192.0.2.1", "[2001:db8::1]:22", "192.0.2.0-192.0.2.3:161/udp", "open", "core.example");
        assertThat(mistakes).isEmpty();
    }

    @Test
    void eachMistakeHasItsFileAndLine() throws IOException {
        assertThat(read("192.0.2.1\n999.1.1.1\n\n192.0.2.2:0 # no port\n")).containsExactly("192.0.2.1");
        assertThat(mistakes)
                .hasSize(2)
                .anyMatch(line -> line.startsWith(folder.resolve("list") + ":2: ") && line.contains("999.1.1.1"))
                .anyMatch(line -> line.startsWith(folder.resolve("list") + ":4: ") && line.contains("'0'"));
    }

    @Test
    void ofManyMistakesTheFirstAreTold() throws IOException {
        assertThat(read("!\n".repeat(1_000))).isEmpty();
        assertThat(mistakes).hasSize(101).last().asString().contains("900 more");
    }

    @Test
    void xmlOfNmapGivesItsOpenPortsAndHostsOnlyFoundUp() throws IOException {
        assertThat(read(NMAP)).containsExactly("192.0.2.1:22/tcp", "192.0.2.1:161/udp", "2001:db8::7");
        assertThat(mistakes).isEmpty();
    }

    @Test
    void xmlOfMasscan() throws IOException {
        assertThat(read("""
                <?xml version="1.0"?>
                <!-- masscan v1.0 scan -->
                <nmaprun scanner="masscan" start="1" version="1.0-BETA"  xmloutputversion="1.03">
                <scaninfo type="syn" protocol="tcp" />
                <host endtime="1"><address addr="192.0.2.1" addrtype="ipv4"/><ports><port protocol="tcp" portid="80">\
                <state state="open" reason="syn-ack" reason_ttl="64"/></port></ports></host>
                <runstats><finished time="1"/><hosts up="1" down="0" total="1" /></runstats>
                </nmaprun>
                """)).containsExactly("192.0.2.1:80/tcp");
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE nmaprun [<!ENTITY a \"192.0.2.7\">]>",
                "<!DOCTYPE nmaprun [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE nmaprun SYSTEM \"http://127.0.0.1:9/nmap.dtd\">"
            })
    void entitiesAreNeitherMadeNorFetched(String doctype) throws IOException {
        String xml = NMAP.replace("<!DOCTYPE nmaprun>", doctype).replace("addr=\"192.0.2.1\"", "addr=\"&a;\"");

        assertThat(read(xml)).doesNotContain("192.0.2.7:22/tcp");
        assertThat(mistakes).isNotEmpty().allMatch(line -> line.startsWith(folder.resolve("list") + ":"));
    }

    @Test
    void xmlThatIsCutOffOrOfOthersIsAMistakeWithItsLine() throws IOException {
        assertThat(read(NMAP.substring(0, NMAP.indexOf("<host><status state=\"down\""))))
                .hasSize(3);
        assertThat(mistakes).singleElement().asString().matches(".*:\\d+: not the XML of nmap or masscan.*");
        mistakes.clear();

        assertThat(read("<html>\n</html>")).isEmpty();
        assertThat(mistakes).singleElement().asString().contains(":1: ", "nmaprun");
    }

    @Test
    void greppableOutputOfNmap() throws IOException {
        assertThat(read("""
                # Nmap 7.93 scan initiated
                Host: 192.0.2.1 (core)\tStatus: Up
                Host: 192.0.2.1 (core)\tPorts: 22/open/tcp//ssh//OpenSSH 9.2/, 80/closed/tcp//http///, 161/open/udp//snmp///\tIgnored State: filtered (1)
                Host: 192.0.2.2 ()\tStatus: Up
                Host: 192.0.2.3 ()\tStatus: Down
                # Nmap done
                """)).containsExactly("192.0.2.1:22/tcp", "192.0.2.1:161/udp", "192.0.2.2");
        assertThat(mistakes).isEmpty();
    }

    @Test
    void listOfMasscan() throws IOException {
        assertThat(read("""
                #masscan
                open tcp 80 192.0.2.1 1700000000
                open udp 161 2001:db8::1 1700000000
                banner tcp 22 192.0.2.1 1700000000 ssh SSH-2.0-x
                closed tcp 81 192.0.2.1 1700000000
                open tcp 0 192.0.2.1 1700000000
                # end
                """)).containsExactly("192.0.2.1:80/tcp", "[2001:db8::1]:161/udp");
        assertThat(mistakes).singleElement().asString().contains(":6: ", "'0' is not a port");
    }

    @Test
    void jsonOfMasscanWithItsOldEnding() throws IOException {
        assertThat(read("""
                [
                {   "ip": "192.0.2.1",   "timestamp": "1", "ports": [ {"port": 80, "proto": "tcp", "status": "open", "reason": "syn-ack", "ttl": 64} ] },
                {   "ip": "192.0.2.1",   "timestamp": "1", "ports": [ {"port": 22, "proto": "tcp", "service": {"name": "ssh", "banner": "SSH-2.0"}} ] },
                {   "ip": "192.0.2.2",   "timestamp": "1", "ports": [ {"port": 81, "proto": "tcp", "status": "closed"} ] }
                ,
                {finished: 1}
                ]
                """)).containsExactly("192.0.2.1:80/tcp");
        assertThat(mistakes).isEmpty();
        assertThat(read("[\n{\"ip\": 5}\n]\n")).isEmpty();
        assertThat(mistakes).singleElement().asString().contains(":2: ", "masscan");
    }

    @Test
    void whatIsMissingOrNoTextIsOneMistake() throws IOException {
        assertThat(TargetFile.read(folder.resolve("none"), mistakes)).isEmpty();
        assertThat(mistakes).singleElement().asString().contains("none: there is no such file");
        mistakes.clear();

        Path binary = Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xC3, (byte) 0x28});
        assertThat(TargetFile.read(binary, mistakes)).isEmpty();
        assertThat(mistakes).singleElement().asString().contains("UTF-8");
    }

    private List<String> read(String text) throws IOException {
        Path file = Files.write(folder.resolve("list"), text.getBytes(StandardCharsets.UTF_8));
        return TargetFile.read(file, mistakes).stream().map(Target::toString).toList();
    }
}
