// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iax2;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the frames between two ends; one flow carries many calls, which the numbers in the frames tell apart. */
final class Iax2Dissector implements Dissector {
    private static final int PASSWORD = 0x07;
    private static final int METHODS = 0x0E;
    private static final int MD5_RESULT = 0x10;
    private static final int RSA_RESULT = 0x11;
    private static final int ENCRYPTION = 0x2B;
    private static final int CALLS = 1 << 15;
    private static final int LAST_TYPE = 12;

    private final Said said = new Said();
    /** By the client's call: whether it asked, and whether it was challenged. */
    private final BitSet asked = new BitSet();

    private final BitSet challenged = new BitSet();

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView frame = bytes.unread();
        if (!Iax2Frame.sound(frame)) {
            return media(frame) ? Progress.CONTINUE : Progress.MALFORMED;
        }
        said.by(direction, sink);
        if (direction == Direction.FROM_CLIENT) {
            request(frame, sink);
        } else {
            answer(frame, sink);
        }
        return Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    /** Mini frames, and full frames of voice and signals, of a call that is known. */
    private boolean media(ByteView frame) {
        if (asked.isEmpty() || frame.length() < 4) {
            return false;
        }
        boolean mini = (frame.u8(0) & 0x80) == 0;
        return mini || (Iax2Frame.full(frame) && frame.u8(10) <= LAST_TYPE && frame.u8(10) != Iax2Frame.IAX);
    }

    private void request(ByteView frame, ObservationSink sink) {
        int call = frame.u16(0) & (CALLS - 1);
        int subclass = Iax2Frame.subclass(frame);
        if (subclass == Iax2Frame.NEW || (subclass == Iax2Frame.REGISTRATION_REQUEST && !answers(frame))) {
            asked.set(call);
            challenged.clear(call);
        }
        if (said.isNew(subclass)) {
            sink.saw(Iax2Protocol.SERVICE.partial(Iax2Frame.name(subclass)));
        }
        credentials(frame, PASSWORD, "plaintext-password", sink);
        credentials(frame, MD5_RESULT, "md5-response", sink);
        credentials(frame, RSA_RESULT, "rsa-response", sink);
    }

    private static boolean answers(ByteView frame) {
        return Iax2Frame.element(frame, PASSWORD) > 0
                || Iax2Frame.element(frame, MD5_RESULT) > 0
                || Iax2Frame.element(frame, RSA_RESULT) > 0;
    }

    private static void credentials(ByteView frame, int element, String kind, ObservationSink sink) {
        int at = Iax2Frame.element(frame, element);
        if (at > 0 && frame.u8(at - 1) > 0) {
            sink.saw(Iax2Protocol.CREDENTIALS.partial(kind, frame.u8(at - 1)));
        }
    }

    private void answer(ByteView frame, ObservationSink sink) {
        int call = frame.u16(2) & (CALLS - 1);
        switch (Iax2Frame.subclass(frame)) {
            case Iax2Frame.AUTHENTICATION_REQUEST, Iax2Frame.REGISTRATION_AUTHENTICATION -> {
                challenged.set(call);
                sink.saw(Iax2Protocol.CHALLENGE.partial(methods(frame), Iax2Frame.element(frame, ENCRYPTION) > 0));
                boolean registers = Iax2Frame.subclass(frame) == Iax2Frame.REGISTRATION_AUTHENTICATION;
                sink.saw(Iax2Protocol.ADMISSION.partial(registers ? "register" : "new", true));
            }
            case Iax2Frame.ACCEPT -> admitted(frame, call, "new", sink);
            case Iax2Frame.REGISTRATION_ACK -> admitted(frame, call, "register", sink);
            default -> {
                if (said.isNew(Iax2Frame.subclass(frame))) {
                    sink.saw(Iax2Protocol.SERVICE.partial(Iax2Frame.name(Iax2Frame.subclass(frame))));
                }
            }
        }
    }

    private void admitted(ByteView frame, int call, String request, ObservationSink sink) {
        // The first frame of an answer has sequence number 0: a challenge before it would have been that one.
        boolean first = frame.u8(Iax2Frame.SEQUENCE) == 0;
        if (first && asked.get(call) && !challenged.get(call)) {
            sink.saw(Iax2Protocol.ADMISSION.partial(request, false));
        }
    }

    private static List<String> methods(ByteView frame) {
        int at = Iax2Frame.element(frame, METHODS);
        int bits = at > 0 && frame.u8(at - 1) == 2 ? frame.u16(at) : 0;
        List<String> methods = new ArrayList<>();
        for (int bit = 0; bit < 3; bit++) {
            if ((bits >> bit & 1) != 0) {
                methods.add(bit == 0 ? "plaintext" : bit == 1 ? "md5" : "rsa");
            }
        }
        return methods;
    }
}
