// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsync;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** rsync's daemon. */
public final class RsyncProtocol {
    static final Words GREETING = Words.of("@rsyncd: ");

    private RsyncProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("rsync", "rsync")
                .ports(Transport.TCP, 873)
                .begins(Transport.TCP, GREETING.beginnings())
                .strength(Strength.MAGIC)
                .facts(RsyncFacts.SERVICE, RsyncFacts.AUTHENTICATION, RsyncFacts.MODULES)
                .checks(RsyncFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, RsyncProtocol::speaker)
                        : Recognition.NO)
                .readBy(RsyncQuestion::reader)
                .serverSpeaksFirst()
                .sends("#list, for the modules that are listed to whoever asks; none is opened.")
                .asks(Transport.TCP, "rsync.modules", RsyncQuestion::modules)
                .build();
    }

    /** Both sides open with the same words. */
    private static Speaker speaker(ByteView bytes) {
        if (GREETING.at(bytes, 0)) {
            return Speaker.EITHER;
        }
        return GREETING.mayBegin(bytes) ? Speaker.UNFINISHED : Speaker.NOBODY;
    }
}
