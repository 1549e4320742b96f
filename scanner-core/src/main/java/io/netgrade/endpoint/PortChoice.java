// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.util.Locale;
import java.util.Optional;

/**
 * Which ports to try, as an operator writes it: ports and ranges between commas, {@code top-100}, {@code telecom} or
 * {@code all}; what stands behind {@code T:} is TCP's alone, behind {@code U:} UDP's, behind {@code S:} SCTP's, until the next of
 * them. A range may lack its end or its beginning ({@code 60000-}, {@code -1023}), and {@code -} is every port.
 *
 * @param either numbers of which no transport was said
 * @param tcp those of TCP alone
 * @param udp those of UDP alone
 * @param sctp those of SCTP, which are visited only where they are named as such
 */
public record PortChoice(PortSet either, PortSet tcp, PortSet udp, PortSet sctp) {
    private static final String FORMS =
            "write ports and ranges between commas (22,80,8000-8010), top-100, telecom or all,"
                    + " and T:, U: or S: before those of TCP, UDP or SCTP alone (T:22,U:161)";

    /** The transport that the elements have until it is said otherwise. */
    private enum Side {
        EITHER,
        TCP,
        UDP,
        SCTP
    }

    /**
     * Reads a choice from text.
     *
     * @throws IllegalArgumentException naming the text, what is wrong and the forms allowed
     */
    public static PortChoice of(String text) {
        PortChoice choice = new PortChoice(PortSet.NONE, PortSet.NONE, PortSet.NONE, PortSet.NONE);
        Side side = Side.EITHER;
        for (String part : text.split(",", -1)) {
            String element = part.strip();
            Optional<Side> said = side(element);
            if (said.isPresent()) {
                side = said.get();
                element = element.substring(2).strip();
            }
            choice = choice.with(side, element, text);
        }
        return choice;
    }

    private static Optional<Side> side(String element) {
        return switch (element.length() < 2 ? "" : element.substring(0, 2).toUpperCase(Locale.ROOT)) {
            case "T:" -> Optional.of(Side.TCP);
            case "U:" -> Optional.of(Side.UDP);
            case "S:" -> Optional.of(Side.SCTP);
            default -> Optional.empty();
        };
    }

    private PortChoice with(Side side, String element, String text) {
        if (element.equals("telecom") && side == Side.SCTP) {
            return plus(side, PortLists.telecom(Transport.SCTP));
        }
        if (element.equals("telecom")) {
            return listed(side, PortLists.telecom(Transport.TCP), PortLists.telecom(Transport.UDP));
        }
        if (element.startsWith("top-") && side != Side.SCTP) {
            int most = top(element, side, text);
            return listed(side, PortLists.frequent(Transport.TCP, most), PortLists.frequent(Transport.UDP, most));
        }
        return plus(side, element.equals("all") ? PortSet.ALL : span(element, text));
    }

    private PortChoice listed(Side side, PortSet ofTcp, PortSet ofUdp) {
        return new PortChoice(
                either, side == Side.UDP ? tcp : tcp.and(ofTcp), side == Side.TCP ? udp : udp.and(ofUdp), sctp);
    }

    private PortChoice plus(Side side, PortSet more) {
        return switch (side) {
            case EITHER -> new PortChoice(either.and(more), tcp, udp, sctp);
            case TCP -> new PortChoice(either, tcp.and(more), udp, sctp);
            case UDP -> new PortChoice(either, tcp, udp.and(more), sctp);
            case SCTP -> new PortChoice(either, tcp, udp, sctp.and(more));
        };
    }

    /** How many of the list; a list is not asked for more than it has, where it is not the shorter of two. */
    private static int top(String element, Side side, String text) {
        int wanted = LiteralAddress.number(element.substring("top-".length()), 10, 5);
        int longest = PortLists.frequent(side == Side.UDP ? Transport.UDP : Transport.TCP, Integer.MAX_VALUE)
                .size();
        if (wanted < 1 || wanted > longest) {
            throw mistake(text, "'" + element + "' is not top-1 to top-" + longest + ", as many as the list has");
        }
        return wanted;
    }

    private static PortSet span(String element, String text) {
        int dash = element.indexOf('-');
        String first = dash < 0 ? element : element.substring(0, dash);
        String last = dash < 0 ? element : element.substring(dash + 1);
        int from = dash == 0 ? 1 : LiteralAddress.number(first.strip(), 10, 5);
        int to = dash >= 0 && last.isEmpty() ? 0xFFFF : LiteralAddress.number(last.strip(), 10, 5);
        if (from < 1 || to < 1 || from > 0xFFFF || to > 0xFFFF) {
            throw mistake(
                    text, element.isEmpty() ? "a port is missing" : "'" + element + "' is not a port from 1 to 65535");
        }
        if (to < from) {
            throw mistake(text, "the range " + element + " ends before it begins");
        }
        return PortSet.range(from, to);
    }

    private static IllegalArgumentException mistake(String text, String what) {
        return new IllegalArgumentException("ports '" + text + "': " + what + "; " + FORMS);
    }
}
