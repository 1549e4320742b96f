// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.gtp.GtpControlProtocol;
import io.netgrade.protocol.gtp.GtpUserProtocol;
import io.netgrade.protocol.gtp.PfcpProtocol;
import io.netgrade.protocol.gtp.PrimeProtocol;
import io.netgrade.protocol.ran.RanProtocol;
import io.netgrade.protocol.ss7.LinkProtocol;
import io.netgrade.protocol.ss7.SigtranProtocol;
import java.util.List;
import java.util.stream.Stream;

/** The mobile core, its radio side, and SS7 on links and over IP. */
final class MobileProtocols {
    static final List<Protocol> ALL = Stream.of(
                    List.of(
                            GtpControlProtocol.protocol(),
                            GtpUserProtocol.protocol(),
                            PrimeProtocol.protocol(),
                            PfcpProtocol.protocol()),
                    SigtranProtocol.all(),
                    LinkProtocol.all(),
                    RanProtocol.all())
            .flatMap(List::stream)
            .toList();

    private MobileProtocols() {}
}
