// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.geneve.GeneveProtocol;
import io.netgrade.protocol.ike.IkeProtocol;
import io.netgrade.protocol.ipip.IpipProtocol;
import io.netgrade.protocol.ipip.SixInFourProtocol;
import io.netgrade.protocol.ipsec.AhProtocol;
import io.netgrade.protocol.ipsec.EspProtocol;
import io.netgrade.protocol.openvpn.OpenvpnProtocol;
import io.netgrade.protocol.ppp.GreProtocol;
import io.netgrade.protocol.ppp.L2tpProtocol;
import io.netgrade.protocol.ppp.PppoeProtocol;
import io.netgrade.protocol.ppp.PptpProtocol;
import io.netgrade.protocol.teredo.TeredoProtocol;
import io.netgrade.protocol.vxlan.VxlanProtocol;
import io.netgrade.protocol.wireguard.WireguardProtocol;
import java.util.List;

/** What carries packets of another network. */
final class TunnelProtocols {
    static final List<Protocol> ALL = List.of(
            IkeProtocol.protocol(),
            EspProtocol.protocol(),
            AhProtocol.protocol(),
            IpipProtocol.protocol(),
            SixInFourProtocol.protocol(),
            TeredoProtocol.protocol(),
            VxlanProtocol.protocol(),
            GeneveProtocol.protocol(),
            WireguardProtocol.protocol(),
            GreProtocol.protocol(),
            L2tpProtocol.protocol(),
            PptpProtocol.protocol(),
            PppoeProtocol.protocol(),
            OpenvpnProtocol.protocol());

    private TunnelProtocols() {}
}
