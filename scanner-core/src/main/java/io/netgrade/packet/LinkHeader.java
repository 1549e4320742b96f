// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** All that stands before the network layer, from the frame's first byte: one header, or several one within another. */
final class LinkHeader {
    private static final int MOST_LAYERS = 8;

    private final EthernetHeader ethernet = new EthernetHeader();
    private final LogicalLinkHeader logical = new LogicalLinkHeader();
    private final BareHeader bare = new BareHeader();
    private final CookedHeader cooked = new CookedHeader();
    private final PppHeader ppp = new PppHeader();
    private final FrameRelayHeader frameRelay = new FrameRelayHeader();
    private final MplsStack mpls = new MplsStack();
    private final WirelessHeader wireless = new WirelessHeader();
    private final MonitorHeader monitor = new MonitorHeader();
    private final SignallingHeader signalling = new SignallingHeader();
    private final JuniperHeader juniper = new JuniperHeader();
    private final Stations stations = new Stations();
    private final ByteView whole = new ByteView();
    private @Nullable LinkLayer naming;
    private boolean named;
    private int next;
    private int payloadAt;
    private long limit;

    /** False where the frame is too short for its headers, or has too many. */
    boolean wrap(ByteView frame, int linkType) {
        naming = null;
        named = false;
        next = LinkType.begins(linkType);
        payloadAt = 0;
        limit = Long.MAX_VALUE;
        for (int layers = 0; isHeader(next); layers++) {
            if (layers == MOST_LAYERS || !step(frame)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHeader(int what) {
        return (what > 0xFFFF && what != LinkLayer.UNSUPPORTED)
                || what == EtherType.MPLS
                || what == EtherType.MPLS_UPSTREAM
                || what == EtherType.JUMBO_LLC;
    }

    private boolean step(ByteView frame) {
        LinkLayer layer = next == LinkLayer.ETHERNET ? ethernet : layer();
        if (!layer.wrap(frame, payloadAt, next) || layer.payloadAt() > frame.length()) {
            return false;
        }
        if (layer.namesStations()) {
            naming = layer;
            whole.wrap(frame, 0, frame.length());
        }
        next = layer.next();
        payloadAt = layer.payloadAt();
        limit = Math.min(limit, layer.limit());
        return true;
    }

    private LinkLayer layer() {
        return switch (next) {
            case LinkLayer.LLC, LinkLayer.LLC_IN_ATM, LinkLayer.SNAP, EtherType.JUMBO_LLC -> logical;
            case LinkLayer.COOKED, LinkLayer.COOKED2 -> cooked;
            case LinkLayer.PPP,
                    LinkLayer.PPP_DIRECTED,
                    LinkLayer.PPP_WITH_DIRECTION,
                    LinkLayer.HDLC,
                    LinkLayer.CISCO_HDLC -> ppp;
            case LinkLayer.FRAME_RELAY -> frameRelay;
            case EtherType.MPLS, EtherType.MPLS_UPSTREAM -> mpls;
            case LinkLayer.WIRELESS, LinkLayer.WIRELESS_PADDED -> wireless;
            case LinkLayer.RADIOTAP, LinkLayer.PRISM, LinkLayer.AVS, LinkLayer.PER_PACKET -> monitor;
            case LinkLayer.MTP2_WITH_HEADER, LinkLayer.MTP2, LinkLayer.MTP3 -> signalling;
            case LinkLayer.JUNIPER_ETHERNET,
                    LinkLayer.JUNIPER_PPP,
                    LinkLayer.JUNIPER_FRAME_RELAY,
                    LinkLayer.JUNIPER_HDLC -> juniper;
            default -> bare;
        };
    }

    /** An EtherType, {@link EtherType#NONE} for nothing that is followed, {@link LinkLayer#UNSUPPORTED} for a link type. */
    int next() {
        return next;
    }

    int payloadAt() {
        return payloadAt;
    }

    /** Where the payload ends at the latest, as far as the headers tell: what follows is padding. */
    long limit() {
        return limit;
    }

    /** Whether what follows is encrypted by the link itself: MACsec, or a wireless network. */
    boolean encrypted() {
        return next == EtherType.MACSEC || (naming == wireless && wireless.encrypted());
    }

    /** Whether the frame is an aggregate of several, of which the first is read. */
    boolean aggregate() {
        return naming == wireless && wireless.left();
    }

    /** Whether the frame is signalling of which nothing tells how long its point codes are. */
    boolean pointCodesUntold() {
        return naming == signalling && signalling.untold();
    }

    /** Those of the innermost header that names any; looked up when asked for, as few frames need them. */
    Stations stations() {
        if (!named) {
            stations.clear();
            if (naming != null) {
                naming.stations(whole, stations);
            }
            named = true;
        }
        return stations;
    }
}
