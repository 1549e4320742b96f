// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.protocol.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every protocol must have before it counts as known. */
class ProtocolGatesTest {
    private static final Path MAIN = Path.of("src/main/java/io/netgrade/protocol");
    private static final Path TEST = Path.of("src/test/java/io/netgrade/protocol");

    static List<Protocol> protocols() {
        return ProtocolCatalog.all();
    }

    @Test
    void everyProtocolClassIsInTheCatalog() {
        Set<String> classes = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.netgrade.protocol")
                        .stream()
                        .filter(type -> type.isAssignableTo(Protocol.class) && !type.isInterface())
                        .map(JavaClass::getFullName)
                        .collect(Collectors.toSet());

        Set<String> listed = protocols().stream()
                .map(protocol -> protocol.getClass().getName())
                .collect(Collectors.toSet());

        assertThat(listed).as("scan/ProtocolCatalog").isEqualTo(classes).isNotEmpty();
    }

    @Test
    void everyProtocolFolderHasOneProtocolOfItsName() throws IOException {
        try (Stream<Path> folders = Files.list(MAIN)) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();

            assertThat(protocols().stream().map(Protocol::id).sorted().toList()).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolHasAFuzzTest(Protocol protocol) throws IOException {
        try (Stream<Path> tests = Files.walk(TEST.resolve(protocol.id()))) {
            assertThat(tests.filter(file -> file.toString().endsWith(".java")).map(ProtocolGatesTest::text))
                    .as("a @FuzzTest under %s", TEST.resolve(protocol.id()))
                    .anyMatch(text -> text.contains("@FuzzTest"));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolHasACaptureInWhichItIsRecognised(Protocol protocol) {
        List<Path> own = TestCaptures.all().stream()
                .filter(capture -> TestCaptures.name(capture).startsWith(protocol.id() + "/"))
                .toList();

        assertThat(own).as("test-captures/%s", protocol.id()).isNotEmpty();
        for (Path capture : own) {
            assertThat(TestCaptures.examine(capture).observations())
                    .as(TestCaptures.name(capture))
                    .anyMatch(seen -> seen.service().protocol().equals(protocol.id()));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolSaysWhatItSends(Protocol protocol) throws IOException {
        Transport transport = protocol.usualPorts(Transport.TCP).isEmpty() ? Transport.UDP : Transport.TCP;
        Endpoint endpoint = new Endpoint(InetAddress.getByName("192.0.2.1"), 9, transport);

        assertThat(protocol.sends().isBlank())
                .isEqualTo(protocol.inquire(endpoint, List.of()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void factsAndChecksBearTheirProtocolsName(Protocol protocol) {
        String prefix = protocol.id() + ".";

        assertThat(protocol.facts())
                .isNotEmpty()
                .allMatch(fact -> fact.id().startsWith(prefix) || fact.equals(CommonFacts.SOFTWARE));
        assertThat(protocol.checks()).allMatch(check -> check.id().startsWith(prefix));
        assertThat(protocol.checks()).allMatch(check -> protocol.facts().contains(check.fact()));
    }

    @Test
    void everyFactOfEveryCaptureIsOneThatItsProtocolDeclares() {
        Map<String, Set<String>> declared = ProtocolCatalog.facts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().fields().stream()
                                .map(field -> field.name())
                                .collect(Collectors.toSet())));

        for (Path capture : TestCaptures.all()) {
            for (Observation seen : TestCaptures.examine(capture).observations()) {
                Fact fact = seen.fact();
                assertThat(declared).as(fact.type()).containsKey(fact.type());
                assertThat(Objects.requireNonNull(declared.get(fact.type())))
                        .containsAll(fact.value().keySet());
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
