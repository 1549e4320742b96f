// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import java.util.List;

/** Telephony, media, and the authentication of subscribers and messages. */
final class CallProtocols {
    static final List<Protocol> ALL = List.of();

    private CallProtocols() {}
}
