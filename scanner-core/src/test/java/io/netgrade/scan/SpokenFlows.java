// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.TappedProtocol.Tapped;
import io.netgrade.testing.SpokenFlow;
import io.netgrade.testing.SpokenFlow.Message;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flows of the dialogues and recordings, by the protocol that reads each: where fuzzing begins. */
final class SpokenFlows {
    private static final int MOST_MESSAGES = 24;
    private static final int MOST_OCTETS = 4000;
    private static final int SHORTEST_SECRET = 4;

    private static final SpokenFlows ALL = new SpokenFlows();

    private final Map<String, List<Tapped>> byProtocol = new HashMap<>();
    private final Map<Line, Set<String>> secrets = new HashMap<>();
    private final Set<Line> lines = new HashSet<>();

    /** A message of a protocol by one side: what a client may not show, a server may. */
    private record Line(String protocol, boolean byInitiator, String octets) {
        static Line of(Protocol protocol, Message message) {
            String octets = new String(message.bytes(), StandardCharsets.ISO_8859_1);
            return new Line(protocol.id(), message.byInitiator(), octets);
        }
    }

    private SpokenFlows() {
        for (WrittenDialogue dialogue : WrittenDialogue.allIn(DialoguesTest.FOLDER)) {
            DialogueFrames frames = new DialogueFrames(dialogue, dialogue.port());
            List<byte[]> sent = frames.frames(true, 0);
            tap(dialogue.never(), eye -> {
                long number = 0;
                for (byte[] frame : sent) {
                    number++;
                    eye.frame(
                            ByteView.of(frame),
                            frames.linkType(),
                            number * 1_000_000L,
                            frame.length,
                            frame.length,
                            number);
                }
            });
        }
        for (Path capture : TestCaptures.all()) {
            tap(List.of(), eye -> CaptureReader.read(capture, eye::frame));
        }
    }

    private interface Frames {
        void into(PacketEye eye) throws NotACaptureException;
    }

    private void tap(List<String> never, Frames frames) {
        List<Tapped> tapped = new ArrayList<>();
        List<Protocol> all = ProtocolCatalog.all().stream()
                .<Protocol>map(one -> new TappedProtocol(one, tapped::add))
                .toList();
        try (PacketEye eye = new PacketEye(all, FlowLimits.standard(), seen -> {})) {
            eye.begin("seeds");
            frames.into(eye);
            eye.end();
        } catch (NotACaptureException e) {
            throw new IllegalStateException(e);
        }
        for (Tapped one : tapped) {
            byProtocol
                    .computeIfAbsent(one.protocol().id(), id -> new ArrayList<>())
                    .add(one);
            for (Message message : one.messages()) {
                remember(Line.of(one.protocol(), message), never);
            }
        }
    }

    private void remember(Line line, List<String> never) {
        lines.add(line);
        for (String secret : never) {
            if (secret.length() >= SHORTEST_SECRET && line.octets().contains(secret)) {
                secrets.computeIfAbsent(line, one -> new HashSet<>()).add(secret);
            }
        }
    }

    /** Those of a group, each once. */
    static List<SpokenFlow> of(ProtocolGroup group) {
        Map<String, SpokenFlow> flows = new LinkedHashMap<>();
        for (int index = 0; index < group.protocols().size(); index++) {
            Protocol protocol = group.protocols().get(index);
            for (Tapped one : ALL.byProtocol.getOrDefault(protocol.id(), List.of())) {
                SpokenFlow flow = SpokenFlow.of(index, protocol, one.opened(), beginning(one.messages()));
                flows.put(Arrays.toString(flow.bytes()), flow);
            }
        }
        return List.copyOf(flows.values());
    }

    private static List<Message> beginning(List<Message> all) {
        List<Message> kept = new ArrayList<>();
        int octets = 0;
        for (Message one : all) {
            octets += one.bytes().length;
            if (kept.size() == MOST_MESSAGES || octets > MOST_OCTETS) {
                return kept;
            }
            kept.add(one);
        }
        return kept;
    }

    /**
     * What nobody may show of a flow: what the dialogues hold secret of its messages, where it stands in them as it stands
     * there, what was said first, by which the sides are told, and all that the same side of a stream said before is out of
     * a dialogue too, and nothing else says it. What a side says to nothing, from the very beginning, it says to everybody.
     */
    static Set<String> secrets(Protocol protocol, SpokenFlow flow, boolean stream) {
        Set<String> secret = new HashSet<>();
        StringBuilder open = new StringBuilder();
        boolean exchanged = flow.messages().isEmpty()
                || !ALL.lines.contains(Line.of(protocol, flow.messages().get(0)));
        boolean[] strange = {exchanged, exchanged};
        boolean asked = !stream || (flow.manner() & SpokenFlow.LATE) != 0;
        for (Message message : flow.messages()) {
            Line line = Line.of(protocol, message);
            int side = stream && message.byInitiator() ? 0 : 1;
            asked |= message.byInitiator();
            Set<String> here = strange[side] || !asked ? Set.of() : ALL.secrets.getOrDefault(line, Set.of());
            secret.addAll(here);
            open.append('\n').append(without(line.octets(), here));
            strange[side] |= stream && !ALL.lines.contains(line);
        }
        secret.removeIf(one -> open.indexOf(one) >= 0);
        return secret;
    }

    private static String without(String text, Set<String> secrets) {
        String left = text;
        for (String one : secrets) {
            left = left.replace(one, "\n");
        }
        return left;
    }
}
