// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.WrittenDialogue;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
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

    /** Stated by the runner of flows itself; shown by FlowKindsTest. */
    private static final String OF_THE_RUNNER = "sctp";

    /** What only a probe can learn, as it asks what others do not. */
    private static final Set<String> ONLY_PROBED = Set.of(
            "http.strict-transport-security",
            "ssh.authentication-methods",
            "ssh.banner",
            "http.console",
            "http.title",
            "http.media-label",
            "http.protective-fields",
            "http.alternative-services",
            "tls.alpn-accepted",
            "tls.certificate-timestamp",
            "tls.certificate-transparency",
            "tls.client-renegotiation",
            "tls.early-data",
            "tls.name-match",
            "tls.ocsp-staple",
            "tls.resumption-offered",
            "tls.signatures-accepted",
            "tls.trust");

    static List<Protocol> protocols() {
        return ProtocolCatalog.all();
    }

    @Test
    void everyProtocolClassIsInTheCatalog() {
        Set<String> ids = protocols().stream().map(Protocol::id).collect(Collectors.toSet());
        Set<String> listed = protocols().stream()
                .map(protocol -> protocol.getClass().getName())
                .collect(Collectors.toSet());

        for (JavaClass type : classes()) {
            if (type.isAssignableTo(Protocol.class)
                    && !type.isInterface()
                    && !type.isEquivalentTo(PlainProtocol.class)) {
                assertThat(listed).as("scan/*Protocols").contains(type.getFullName());
            }
            for (JavaMethod method : type.getMethods()) {
                if (makesAProtocol(method)) {
                    assertThat(ids)
                            .as(method.getFullName())
                            .contains(made(method).id());
                }
            }
        }
        assertThat(protocols()).extracting(Protocol::id).doesNotHaveDuplicates();
    }

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.netgrade.protocol");
    }

    private static boolean makesAProtocol(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.STATIC)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawReturnType().isEquivalentTo(Protocol.class)
                && method.getRawParameterTypes().isEmpty();
    }

    private static Protocol made(JavaMethod method) {
        try {
            return (Protocol) method.reflect().invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids that users rely on, from the contracts. */
    @Test
    void theProtocolsOfTheContractAreKnown() throws IOException {
        List<String> promised = Files.readString(Path.of("src/test/resources/io/netgrade/scan/protocol-ids.txt"))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .toList();
        Set<String> known = protocols().stream().map(Protocol::id).collect(Collectors.toSet());

        assertThat(known).hasSizeGreaterThan(100).containsAll(promised);
    }

    @Test
    void everyProtocolIsSeenInADialogueOrARecording() {
        Set<String> shown = new HashSet<>(Set.of(OF_THE_RUNNER));
        for (WrittenDialogue dialogue : WrittenDialogue.allIn(DialoguesTest.FOLDER)) {
            shown.add(dialogue.protocol());
            shown.addAll(dialogue.inside());
        }
        for (Path capture : TestCaptures.all()) {
            TestCaptures.examine(capture)
                    .observations()
                    .forEach(seen -> shown.add(seen.service().protocol()));
        }

        assertThat(protocols()).extracting(Protocol::id).isSubsetOf(shown);
    }

    /** A fact that no dialogue or recording shows might as well not be there. */
    @Test
    void everyTypeOfFactIsSeenInADialogueOrARecording() {
        Set<String> stated = new HashSet<>();
        for (WrittenDialogue dialogue : WrittenDialogue.allIn(DialoguesTest.FOLDER)) {
            DialogueFrames frames = new DialogueFrames(dialogue, dialogue.port());
            DialogueFrames.look(frames.frames(true, 0), frames.linkType())
                    .observations()
                    .forEach(seen -> stated.add(seen.fact().type()));
        }
        for (Path capture : TestCaptures.all()) {
            TestCaptures.examine(capture)
                    .observations()
                    .forEach(seen -> stated.add(seen.fact().type()));
        }
        List<String> never = protocols().stream()
                .flatMap(protocol -> protocol.facts().stream())
                .map(FactType::id)
                .filter(id -> !stated.contains(id) && !ONLY_PROBED.contains(id))
                .filter(id -> !id.startsWith(OF_THE_RUNNER + "."))
                .distinct()
                .sorted()
                .toList();

        assertThat(never).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolSaysWhatItSends(Protocol protocol) throws IOException {
        InetAddress address = InetAddress.getByName("192.0.2.1");
        boolean silent = Stream.of(Transport.TCP, Transport.UDP, Transport.SCTP)
                .allMatch(transport -> protocol.inquire(new Endpoint(address, 9, transport), List.of())
                        .isEmpty());

        assertThat(protocol.sends().isBlank()).isEqualTo(silent);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void factsAndChecksBearTheirProtocolsName(Protocol protocol) {
        String prefix = protocol.id() + ".";

        assertThat(protocol.facts())
                .isNotEmpty()
                .allMatch(fact -> fact.id().startsWith(prefix)
                        || fact.equals(CommonFacts.SOFTWARE)
                        || fact.equals(CommonFacts.GREETING));
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
}
