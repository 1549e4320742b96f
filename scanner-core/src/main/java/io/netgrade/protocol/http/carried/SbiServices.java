// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The services of 5G network functions (TS 29.500, TS 29.510 table 6.1.6.3.11-1), told by the paths of their APIs. */
final class SbiServices {
    private static final Set<String> NAMES = read();
    /** An API's root may have a prefix of the operator's (TS 29.501 section 4.4.1). */
    private static final int MOST_PARTS = 4;

    private SbiServices() {}

    static void state(HttpAsked asked, int status, HttpHead head, ObservationSink sink, Said said) {
        String service = asked.path() == null ? null : named(asked.path());
        String type = head.value("content-type");
        boolean fits = type == null ? !asked.blind() : type.contains("json") || type.startsWith("multipart/related");
        boolean told = status / 100 == 2 || status == 401 || status == 403;
        if (service == null || !fits || !said.isNew(SaidKey.of("sbi", service, status, asked.authentication()))) {
            return;
        }
        if (asked.blind() && !told) {
            return;
        }
        if (told) {
            String authentication = status / 100 != 2 ? "required" : asked.authentication();
            sink.sawInside("sbi", CarriedProtocols.access("sbi").partial(service, authentication, status), "");
        } else {
            sink.carries("sbi");
        }
    }

    /** The service whose API the path is of: its name, and then its version ({@code /nnrf-nfm/v1/…}). */
    private static @Nullable String named(String path) {
        int from = 1;
        for (int part = 0; part < MOST_PARTS && from < path.length(); part++) {
            int end = path.indexOf('/', from);
            if (end < 0) {
                return null;
            }
            boolean versioned =
                    end + 2 < path.length() && path.charAt(end + 1) == 'v' && Character.isDigit(path.charAt(end + 2));
            String name = versioned && path.charAt(from) == 'n' ? path.substring(from, end) : "";
            if (NAMES.contains(name)) {
                return name;
            }
            from = end + 1;
        }
        return null;
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(SbiServices.class.getResourceAsStream("sbi-services.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
