// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.LiteralAddress;
import io.netgrade.endpoint.Target;
import io.netgrade.endpoint.Transport;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One line of a file of targets: a target, a comment, or a line as nmap's {@code -oG} or masscan's {@code -oL} and
 * {@code -oJ} write it. masscan writes a host a line, and older ones a closing line that is no JSON.
 */
final class ScannerLines {
    private static final Set<String> MASSCAN_WORDS = Set.of("open", "closed", "banner");
    private static final Set<String> MASSCAN_FRAME = Set.of("[", "]", ",", "{finished: 1}", "{ \"finished\": 1 }");
    private static final String GREPPABLE = "Host: ";

    /** Hosts that nmap calls up, in a line of their own, and of whose ports it has said nothing yet. */
    private final Set<String> up = new LinkedHashSet<>();

    /** Hosts of which only that they are up was found; asked for once all lines are read. */
    List<Target> onlyUp() {
        return up.stream().map(ScannerLines::up).toList();
    }

    /**
     * @param line without white space around it
     * @throws IllegalArgumentException naming what is wrong
     */
    List<Target> targets(String line) {
        if (line.isEmpty() || line.startsWith("#") || MASSCAN_FRAME.contains(line)) {
            return List.of();
        }
        if (line.startsWith(GREPPABLE)) {
            return greppable(line.substring(GREPPABLE.length()));
        }
        if (line.startsWith("{")) {
            return json(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
        }
        String[] words = line.split(" +", 6);
        if (words.length >= 4 && MASSCAN_WORDS.contains(words[0])) {
            return words[0].equals("open") ? open(words[3], words[2], words[1]) : List.of();
        }
        int comment = line.indexOf('#');
        return List.of(Target.of(comment < 0 ? line : line.substring(0, comment)));
    }

    /** An open port that a scanner found; none of it where it is of a transport that netgrade cannot ask. */
    static List<Target> open(String address, String port, String transport) {
        Optional<Transport> asked = transport(transport);
        return asked.isEmpty() ? List.of() : List.of(target(address, OptionalInt.of(number(port)), asked));
    }

    /** A host that a scanner found to be up. */
    static Target up(String address) {
        return target(address, OptionalInt.empty(), Optional.empty());
    }

    private static Target target(String address, OptionalInt port, Optional<Transport> transport) {
        return new Target.Addresses(AddressRange.of(address(address)), port, transport);
    }

    private static InetAddress address(String text) {
        return LiteralAddress.read(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + shortened(text) + "' is not an IP address"));
    }

    private static Optional<Transport> transport(String word) {
        return switch (word) {
            case "tcp" -> Optional.of(Transport.TCP);
            case "udp" -> Optional.of(Transport.UDP);
            default -> Optional.empty();
        };
    }

    private static int number(String port) {
        boolean digits = !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 0xFFFF) {
            throw new IllegalArgumentException("'" + shortened(port) + "' is not a port from 1 to 65535");
        }
        return number;
    }

    /** {@code 192.0.2.1 (name)<TAB>Ports: 22/open/tcp//ssh///, 80/closed/tcp//http///<TAB>…} */
    private List<Target> greppable(String line) {
        String[] fields = line.split("\t", -1);
        String address = fields[0].split(" ", 2)[0];
        List<Target> targets = new ArrayList<>();
        for (String field : fields) {
            if (field.equals("Status: Up")) {
                up.add(Endpoint.text(address(address)));
            } else if (field.startsWith("Ports: ")) {
                up.remove(Endpoint.text(address(address)));
                for (String port : field.substring("Ports: ".length()).split(", ", -1)) {
                    String[] parts = port.strip().split("/", -1);
                    if (parts.length >= 3 && parts[1].equals("open")) {
                        targets.addAll(open(address, parts[0], parts[2]));
                    }
                }
            }
        }
        return targets;
    }

    /** {@code { "ip": "192.0.2.1", …, "ports": [ {"port": 80, "proto": "tcp", "status": "open", …} ] }} */
    private static List<Target> json(String line) {
        List<Target> targets = new ArrayList<>();
        try {
            JsonObject host = JsonObject.read(line);
            for (JsonObject port : host.objects("ports")) {
                if (port.optionalText("status").filter("open"::equals).isPresent()) {
                    targets.addAll(open(host.text("ip"), String.valueOf(port.number("port")), port.text("proto")));
                }
            }
        } catch (JsonFault e) {
            throw new IllegalArgumentException(
                    "not a host as masscan's JSON has it: " + e.getMessage() + "; give masscan's file as it wrote it",
                    e);
        }
        return targets;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
