// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.diameter.DiameterProtocol;
import io.netgrade.protocol.h323.H323Protocol;
import io.netgrade.protocol.iax2.Iax2Protocol;
import io.netgrade.protocol.megaco.MegacoProtocol;
import io.netgrade.protocol.mgcp.MgcpProtocol;
import io.netgrade.protocol.msrp.MsrpProtocol;
import io.netgrade.protocol.radius.RadiusProtocol;
import io.netgrade.protocol.rtp.RtcpProtocol;
import io.netgrade.protocol.rtp.RtpProtocol;
import io.netgrade.protocol.sctp.SctpProtocol;
import io.netgrade.protocol.sip.SipProtocol;
import io.netgrade.protocol.skinny.SkinnyProtocol;
import io.netgrade.protocol.smpp.SmppProtocol;
import io.netgrade.protocol.stun.StunProtocol;
import io.netgrade.protocol.tacacs.TacacsProtocol;
import java.util.List;

/** Telephony, media, the authentication of subscribers and messages, and associations of which no more is known. */
final class CallProtocols {
    static final List<Protocol> ALL = List.of(
            DiameterProtocol.protocol(),
            RadiusProtocol.protocol(),
            TacacsProtocol.protocol(),
            SmppProtocol.protocol(),
            StunProtocol.protocol(),
            RtcpProtocol.protocol(),
            RtpProtocol.protocol(),
            SipProtocol.protocol(),
            MsrpProtocol.protocol(),
            MgcpProtocol.protocol(),
            MegacoProtocol.protocol(),
            H323Protocol.protocol(),
            SkinnyProtocol.protocol(),
            Iax2Protocol.protocol(),
            SctpProtocol.protocol());

    private CallProtocols() {}
}
