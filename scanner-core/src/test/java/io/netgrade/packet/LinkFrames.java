// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One datagram, 10.0.0.1:5000 to 192.168.1.2:6000, below every link header that is read, and then some. */
final class LinkFrames {
    static final byte[] PAYLOAD = FrameBytes.text("payload of a datagram");

    private static final byte[] IPV4 =
            summed(FrameBytes.ipv4(17, 0x0A00_0001, 0xC0A8_0102, FrameBytes.udp(5000, 6000, PAYLOAD)));
    private static final byte[] IPV6 = FrameBytes.ipv6(17, 1, 2, FrameBytes.udp(5000, 6000, PAYLOAD));
    private static final String SNAP = "AAAA03 000000 0800";
    private static final String STATIONS = "02 00 00 00 00 02  02 00 00 00 00 01";

    /** @param name of the header, for messages */
    record LinkFrame(String name, int linkType, String digits) {
        byte[] bytes() {
            return hex(digits);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<LinkFrame> frames = new ArrayList<>();

    private LinkFrames() {}

    static List<LinkFrame> all() {
        LinkFrames made = new LinkFrames();
        made.ethernet();
        made.pointToPoint();
        made.wireless();
        made.others();
        return made.frames;
    }

    private void ethernet() {
        add("ethernet", 1, STATIONS + "0800", IPV4);
        add("vlan", 1, STATIONS + "8100 0007 86DD", IPV6);
        add("802.1ad", 1, STATIONS + "88A8 0009 8100 0007 0800", IPV4);
        add("802.1ah", 1, STATIONS + "88E7 00000001" + STATIONS + "0800", IPV4);
        add("snap", 1, STATIONS + HexFormat.of().toHexDigits((short) (8 + IPV4.length)) + SNAP, IPV4);
        add("mpls", 1, STATIONS + "8847 00010040 00020140", IPV4);
        add("mpls to ipv6", 1, STATIONS + "8847 00020140", IPV6);
        add("mpls alone", 219, "00020140", IPV4);
        add("pseudowire", 1, STATIONS + "8847 00020140" + STATIONS + "0800", IPV4);
        add("pseudowire with control word", 1, STATIONS + "8847 00020140 00000000" + STATIONS + "0800", IPV4);
        add("pseudowire to stations like ipv4", 1, STATIONS + "8847 00020140 450000000002" + "020000000001 0800", IPV4);
    }

    private void pointToPoint() {
        add("ppp", 9, "FF03 0021", IPV4);
        add("ppp without address", 9, "0021", IPV4);
        add("ppp with compressed protocol", 9, "FF03 21", IPV4);
        add("ppp to ipv6", 9, "0057", IPV6);
        add("ppp to mpls", 9, "FF03 0281 00020140", IPV4);
        add("ppp multilink", 9, "FF03 003D C0000001 0021", IPV4);
        add("ppp bridged", 9, "FF03 0031 0001" + STATIONS + "0800", IPV4);
        add("ppp in hdlc", 50, "FF03 0021", IPV4);
        add("cisco in hdlc", 50, "0F00 0800", IPV4);
        add("ppp of pppd", 166, "0003 0021", IPV4);
        add("ppp with direction", 204, "01 FF03 0021", IPV4);
        add("cisco hdlc", 104, "8F00 86DD", IPV6);
        add("frame relay", 107, "1841 03 CC", IPV4);
        add("frame relay padded to ipv6", 107, "1841 03 00 8E", IPV6);
        add("frame relay to snap", 107, "1841 03 00 80 000000 0800", IPV4);
        add("frame relay bridged", 107, "1841 03 00 80 0080C2 0007" + STATIONS + "0800", IPV4);
        add("frame relay of cisco", 107, "1841 0800", IPV4);
        add("atm", 100, SNAP, IPV4);
        add("atm bridged", 100, "AAAA03 0080C2 0007 0000" + STATIONS + "0800", IPV4);
    }

    private void wireless() {
        String three = "020000000001 020000000002 020000000003 0000";
        add("802.11", 105, "0800 0000" + three + SNAP, IPV4);
        add("802.11 with four addresses", 105, "0803 0000" + three + "020000000004" + SNAP, IPV4);
        add("802.11 with quality of service", 105, "8801 0000" + three + "0000" + SNAP, IPV4);
        add("802.11 with high throughput", 105, "8881 0000" + three + "0000 00000000" + SNAP, IPV4);
        add("802.11 aggregate", 105, "8801 0000" + three + "8000" + STATIONS + "0039" + SNAP, IPV4);
        add("radiotap", 127, "0000 0800 00000000 0800 0000" + three + SNAP, IPV4);
        add("radiotap with padding", 127, "0000 0900 02000000 20 8801 0000" + three + "0000 0000" + SNAP, IPV4);
        add(
                "radiotap of two words and a time",
                127,
                "0000 1900 03000080 00000000 00000000 0000000000000000 20 8801 0000" + three + "0000 0000" + SNAP,
                IPV4);
        add("prism", 119, "44000000 90000000" + "00".repeat(136) + "0800 0000" + three + SNAP, IPV4);
        add("avs", 163, "80211001 00000040" + "00".repeat(56) + "0800 0000" + three + SNAP, IPV4);
        add("avs as prism", 119, "80211001 00000040" + "00".repeat(56) + "0800 0000" + three + SNAP, IPV4);
        add("per packet", 192, "0000 0800 01000000" + STATIONS + "0800", IPV4);
    }

    private void others() {
        add("null", 0, "02000000", IPV4);
        add("loop", 108, "00000018", IPV6);
        add("raw", 101, "", IPV4);
        add("ipv4", 228, "", IPV4);
        add("ipv6", 229, "", IPV6);
        add("sll", 113, "0000 0001 0006 0200000000010000 0800", IPV4);
        add("sll with vlan", 113, "0000 0001 0006 0200000000010000 8100 0007 86DD", IPV6);
        add("sll2", 276, "0800 0000 00000001 0001 00 06 0200000000010000", IPV4);
        add("nflog", 239, "02 00 0000 0800 0100 0800 0300 3500 0900", IPV4);
        add("nflog of a big machine", 239, "02 00 0000 0008 0001 08000300 0035 0009", IPV4);
        add("juniper ethernet", 178, "4D4743 01" + STATIONS + "0800", IPV4);
        add("juniper with extensions", 178, "4D4743 80 0004 01020304" + STATIONS + "0800", IPV4);
        add("juniper without link layer", 178, "4D4743 02 02000000", IPV4);
        add("juniper ppp", 179, "4D4743 00 FF03 0021", IPV4);
        add("juniper frame relay", 180, "4D4743 00 1841 03 CC", IPV4);
        add("juniper hdlc", 181, "4D4743 00 0F00 0800", IPV4);
    }

    private void add(String name, int linkType, String header, byte[] inner) {
        frames.add(new LinkFrame(name, linkType, header + HexFormat.of().formatHex(inner)));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** Fills in the header's checksum, which tells IPv4 from Ethernet below MPLS. */
    private static byte[] summed(byte[] datagram) {
        ByteBuffer header = ByteBuffer.wrap(datagram);
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += header.getShort(i) & 0xFFFF;
        }
        header.putShort(10, (short) ~((sum & 0xFFFF) + (sum >>> 16)));
        return datagram;
    }
}
