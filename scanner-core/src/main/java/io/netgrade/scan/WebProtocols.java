// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.http.HttpProtocol;
import java.util.List;

/** HTTP and what is spoken over it. */
final class WebProtocols {
    static final List<Protocol> ALL = List.of(new HttpProtocol());

    private WebProtocols() {}
}
