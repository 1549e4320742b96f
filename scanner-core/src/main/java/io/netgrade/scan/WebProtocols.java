// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.ajp.AjpProtocol;
import io.netgrade.protocol.bittorrent.BittorrentProtocol;
import io.netgrade.protocol.http.HttpProtocol;
import io.netgrade.protocol.http.carried.CarriedProtocols;
import io.netgrade.protocol.irc.IrcProtocol;
import io.netgrade.protocol.proxyprotocol.ProxyProtocol;
import io.netgrade.protocol.rtsp.RtspProtocol;
import io.netgrade.protocol.socks.SocksProtocol;
import io.netgrade.protocol.ssdp.SsdpProtocol;
import io.netgrade.protocol.whois.WhoisProtocol;
import io.netgrade.protocol.xmpp.XmppProtocol;
import java.util.List;
import java.util.stream.Stream;

/** HTTP and what is spoken over it. */
final class WebProtocols {
    static final List<Protocol> ALL = Stream.concat(
                    Stream.of(
                            new HttpProtocol(),
                            RtspProtocol.protocol(),
                            SsdpProtocol.protocol(),
                            XmppProtocol.protocol(),
                            ProxyProtocol.protocol(),
                            SocksProtocol.protocol(),
                            AjpProtocol.protocol(),
                            IrcProtocol.protocol(),
                            WhoisProtocol.protocol(),
                            BittorrentProtocol.protocol()),
                    CarriedProtocols.all().stream())
            .toList();

    private WebProtocols() {}
}
