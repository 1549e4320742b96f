// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.HeldBytes;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/**
 * Answers the server's version with the newest that both know (RFC 6143 7.1.1), hears its security types (7.1.2), and
 * where VeNCrypt is among them its subtypes; then it hangs up, before any type but that is chosen. Protocol versions before
 * 3.7 have no list: the server names the one that it demands.
 */
final class VncConversation implements Conversation {
    private static final String NEWEST = "3.8";
    private static final int VENCRYPT = 19;
    private static final byte[] VENCRYPT_VERSION = {0, 2};

    private enum Step {
        VERSION,
        TYPES,
        SUBTYPES
    }

    private final VncDissector reader = new VncDissector();
    private final HeldBytes own = new HeldBytes();
    private Step step = Step.VERSION;

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        Progress progress = hear(bytes, peer, sink);
        return progress == Progress.DONE || progress == Progress.MALFORMED
                ? step == Step.VERSION ? Progress.MALFORMED : Progress.DONE
                : progress;
    }

    private Progress hear(Inbox bytes, Peer peer, ObservationSink sink) {
        Heard heard = new Heard(sink);
        Progress progress = reader.dissect(Direction.FROM_SERVER, bytes, heard);
        if (progress == Progress.CONTINUE && !heard.version.isEmpty()) {
            step = Step.TYPES;
            say(answer(heard.version), peer);
            progress = reader.dissect(Direction.FROM_SERVER, bytes, heard);
        }
        if (progress == Progress.CONTINUE && heard.types) {
            if (!heard.vencrypt) {
                return Progress.DONE;
            }
            step = Step.SUBTYPES;
            say(new byte[] {VENCRYPT}, peer);
            say(VENCRYPT_VERSION, peer);
        }
        return heard.subtypes ? Progress.DONE : progress;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return step != Step.VERSION;
    }

    private void say(byte[] message, Peer peer) {
        own.add(message, message.length);
        reader.dissect(Direction.FROM_CLIENT, own, (fact, excerpt) -> {});
        peer.send(message);
    }

    /** Versions that no document knows are of servers that speak 3.8 as well (RFC 6143 7.1.1). */
    private static byte[] answer(String version) {
        String known = version.equals("3.3") || version.equals("3.5") ? "3" : version.equals("3.7") ? "7" : "8";
        return ("RFB 003.00" + known + "\n").getBytes(US_ASCII);
    }

    /** Notes what the reader finds; that netgrade itself goes on with a type is no fact. */
    private static final class Heard implements ObservationSink {
        private final ObservationSink to;
        private String version = "";
        private boolean types;
        private boolean vencrypt;
        private boolean subtypes;

        private Heard(ObservationSink to) {
            this.to = to;
        }

        @Override
        public void saw(Fact fact, String excerpt) {
            if (fact.is(VncFacts.SERVICE)) {
                version = fact.text("version").orElse(NEWEST);
            }
            if (fact.is(VncFacts.SECURITY_OFFERED)) {
                types = true;
                vencrypt = fact.names("types").contains("vencrypt");
            }
            subtypes |= fact.is(VncFacts.ENCRYPTION_OFFERED);
            if (!fact.is(VncFacts.SECURITY_TAKEN)) {
                to.saw(fact, excerpt);
            }
        }
    }
}
