// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists of ports that netgrade brings along, each a file beside this class. */
final class PortLists {
    private static final Map<Transport, List<Integer>> FREQUENT = read("frequent-ports.tsv");
    private static final Map<Transport, List<Integer>> TELECOM = read("telecom-ports.tsv");

    private PortLists() {}

    /** The most usual ones, at most so many. */
    static PortSet frequent(Transport transport, int most) {
        return set(FREQUENT.getOrDefault(transport, List.of()), most);
    }

    /** Those of an operator's network elements. */
    static PortSet telecom(Transport transport) {
        return set(TELECOM.getOrDefault(transport, List.of()), Integer.MAX_VALUE);
    }

    private static PortSet set(List<Integer> ports, int most) {
        return PortSet.of(ports.stream().limit(most).mapToInt(Integer::intValue).toArray());
    }

    private static Map<Transport, List<Integer>> read(String name) {
        Map<Transport, List<Integer>> ports = new EnumMap<>(Transport.class);
        try (InputStream file = Objects.requireNonNull(PortLists.class.getResourceAsStream(name));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int first = line.indexOf('\t');
                    int second = line.indexOf('\t', first + 1);
                    ports.computeIfAbsent(Transport.of(line.substring(0, first)), any -> new ArrayList<>())
                            .add(Integer.valueOf(line.substring(first + 1, second)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return ports;
    }
}
