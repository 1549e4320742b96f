// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dnp3;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/**
 * REQUEST LINK STATUS (IEEE 1815 9.2.4.1.3.1) to the address by which an outstation knows itself whatever its own is (9.2.5.2).
 * An outstation without that address is silent: others are not tried.
 */
final class LinkStatus {
    private static final int FROM_MASTER_REQUEST_LINK_STATUS = 0xC9;
    private static final int SELF = 0xFFFC;
    private static final int MASTER = 1;
    private static final int BEFORE_CRC = 8;

    private LinkStatus() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new Dnp3Reader());
    }

    static Conversation question(Endpoint endpoint) {
        return Script.of(endpoint, LinkStatus::reader)
                .says(request(), Dnp3Frame::length)
                .build();
    }

    private static byte[] request() {
        byte[] frame = {
            5, 0x64, 5, (byte) FROM_MASTER_REQUEST_LINK_STATUS, (byte) SELF, (byte) (SELF >> 8), MASTER, 0, 0, 0
        };
        int crc = Dnp3Frame.crc(ByteView.of(frame), BEFORE_CRC);
        frame[BEFORE_CRC] = (byte) crc;
        frame[BEFORE_CRC + 1] = (byte) (crc >> 8);
        return frame;
    }
}
