// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.scan.DialogueFrames.Seen;
import io.netgrade.testing.WrittenDialogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every dialogue shows what it says it shows, to an eye that knows every protocol. */
class DialoguesTest {
    static final Path FOLDER = Path.of("src/test/resources/io/netgrade/protocol");
    private static final int ANY_PORT = 50_123;

    @TestFactory
    Stream<DynamicTest> showsWhatItSays() {
        return chosen().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
            assertThat(one.about()).isNotBlank();
            DialogueFrames frames = new DialogueFrames(one, one.port());
            shows(one, frames, frames.frames(true, 0), one.port(), true);
        }));
    }

    @TestFactory
    Stream<DynamicTest> showsItOnAnyPort() {
        return chosen().filter(WrittenDialogue::anyPort)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    DialogueFrames frames = new DialogueFrames(one, ANY_PORT);
                    shows(one, frames, frames.frames(true, 0), ANY_PORT, false);
                }));
    }

    @TestFactory
    Stream<DynamicTest> showsItByteByByte() {
        return chosen().filter(one -> one.transport() == Transport.TCP)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    DialogueFrames frames = new DialogueFrames(one, one.port());
                    shows(one, frames, frames.frames(true, 1), one.port(), true);
                }));
    }

    @TestFactory
    Stream<DynamicTest> showsItWithoutTheConnectionsOpening() {
        return chosen().filter(WrittenDialogue::midStream)
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    DialogueFrames frames = new DialogueFrames(one, one.port());
                    shows(one, frames, frames.frames(false, 0), one.port(), false);
                }));
    }

    /** What was seen of the beginning is seen of the whole, and no beginning is a fault. */
    @TestFactory
    Stream<DynamicTest> everyBeginningIsRead() {
        return chosen().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
            DialogueFrames frames = new DialogueFrames(one, one.port());
            List<byte[]> all = frames.frames(true, one.transport() == Transport.TCP ? 7 : 0);
            for (int count = 0; count <= all.size(); count++) {
                Seen seen = DialogueFrames.look(all.subList(0, count), frames.linkType());
                assertThat(seen.coverage().faults()).isEmpty();
            }
        }));
    }

    /** All, or those whose name begins as the system property says. */
    private static Stream<WrittenDialogue> chosen() {
        String begin = System.getProperty("dialogues", "");
        return WrittenDialogue.allIn(FOLDER).stream().filter(one -> one.name().startsWith(begin));
    }

    private static void shows(
            WrittenDialogue one, DialogueFrames frames, List<byte[]> sent, int port, boolean exactly) {
        Seen seen = DialogueFrames.look(sent, frames.linkType());
        assertThat(seen.coverage().faults()).isEmpty();
        if (one.protocol().equals("none")) {
            assertThat(seen.observations()).isEmpty();
            return;
        }
        recognised(one, seen, port, exactly);
        for (Map.Entry<String, Map<?, ?>> fact : one.facts()) {
            stated(seen, fact.getKey(), fact.getValue());
        }
        for (String type : one.absent()) {
            assertThat(seen.observations())
                    .noneMatch(observation -> observation.fact().type().equals(type));
        }
        for (String inside : one.inside()) {
            assertThat(seen.observations())
                    .as("inside: " + inside)
                    .anyMatch(observation -> observation.service().protocol().equals(inside));
        }
        for (String secret : one.never()) {
            assertThat(String.valueOf(seen.observations())).doesNotContain(secret);
        }
    }

    private static void recognised(WrittenDialogue one, Seen seen, int port, boolean exactly) {
        List<Observation> own = seen.observations().stream()
                .filter(observation -> observation.service().protocol().equals(one.protocol()))
                .filter(observation -> observation.service().layers().equals(one.layers()))
                .toList();
        assertThat(own).as("%s among %s", one.protocol(), services(seen)).isNotEmpty();
        Confidence best = own.stream()
                .map(observation -> observation.service().confidence())
                .max(Confidence::compareTo)
                .orElseThrow();
        if (exactly) {
            assertThat(best).isEqualTo(Confidence.valueOf(one.confidence()));
        }
        if (exactly && one.transport() != Transport.IP) {
            Set<Integer> ports = new HashSet<>();
            own.forEach(
                    observation -> ports.add(observation.service().endpoint().port()));
            switch (one.server()) {
                case "responder" -> assertThat(ports).containsExactly(port);
                case "initiator" -> assertThat(ports).containsExactly(DialogueFrames.CLIENT_PORT);
                default -> assertThat(ports).isSubsetOf(port, DialogueFrames.CLIENT_PORT);
            }
        }
    }

    private static Set<String> services(Seen seen) {
        Set<String> services = new HashSet<>();
        seen.observations()
                .forEach(one ->
                        services.add(one.service().protocol() + one.service().layers() + " at " + endpoint(one)));
        return services;
    }

    private static Endpoint endpoint(Observation one) {
        return one.service().endpoint();
    }

    private static void stated(Seen seen, String type, Map<?, ?> fields) {
        List<Fact> facts = seen.observations().stream()
                .map(Observation::fact)
                .filter(fact -> fact.type().equals(type))
                .toList();
        List<String> differences = new ArrayList<>();
        boolean found = facts.stream().anyMatch(fact -> fits(fact, fields, differences));
        assertThat(found)
                .as("%s %s among %s", type, fields, facts.isEmpty() ? seen.observations() : facts)
                .isTrue();
    }

    private static boolean fits(Fact fact, Map<?, ?> fields, List<String> differences) {
        boolean all = true;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            Object is = fact.value().get(String.valueOf(field.getKey()));
            boolean same = field.getValue() instanceof List<?> wanted
                    ? is instanceof List<?> list
                            && list.containsAll(
                                    wanted.stream().map(String::valueOf).toList())
                    : String.valueOf(is).equals(String.valueOf(field.getValue()));
            if (!same) {
                differences.add(field + " is " + is);
                all = false;
            }
        }
        return all;
    }
}
