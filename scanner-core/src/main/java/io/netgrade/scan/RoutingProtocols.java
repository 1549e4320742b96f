// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.bfd.BfdProtocol;
import io.netgrade.protocol.bgp.BgpProtocol;
import io.netgrade.protocol.capwap.CapwapProtocol;
import io.netgrade.protocol.eigrp.EigrpProtocol;
import io.netgrade.protocol.glbp.GlbpProtocol;
import io.netgrade.protocol.hsrp.HsrpProtocol;
import io.netgrade.protocol.isis.IsisProtocol;
import io.netgrade.protocol.ldp.LdpProtocol;
import io.netgrade.protocol.lisp.LispProtocol;
import io.netgrade.protocol.lldp.CdpProtocol;
import io.netgrade.protocol.lldp.DtpProtocol;
import io.netgrade.protocol.lldp.LldpProtocol;
import io.netgrade.protocol.lldp.StpProtocol;
import io.netgrade.protocol.ospf.OspfProtocol;
import io.netgrade.protocol.pim.PimProtocol;
import io.netgrade.protocol.rip.RipProtocol;
import io.netgrade.protocol.rsvp.RsvpProtocol;
import io.netgrade.protocol.vrrp.VrrpProtocol;
import java.util.List;

/** Routing, redundancy, label distribution, and what equipment announces to its link. */
final class RoutingProtocols {
    static final List<Protocol> ALL = List.of(
            BgpProtocol.protocol(),
            LdpProtocol.protocol(),
            OspfProtocol.protocol(),
            IsisProtocol.protocol(),
            RsvpProtocol.protocol(),
            PimProtocol.protocol(),
            RipProtocol.protocol(),
            EigrpProtocol.protocol(),
            BfdProtocol.protocol(),
            VrrpProtocol.protocol(),
            HsrpProtocol.protocol(),
            GlbpProtocol.protocol(),
            LispProtocol.protocol(),
            CapwapProtocol.protocol(),
            LldpProtocol.protocol(),
            CdpProtocol.protocol(),
            StpProtocol.protocol(),
            DtpProtocol.protocol());

    private RoutingProtocols() {}
}
