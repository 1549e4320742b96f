// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsLogs;
import io.netgrade.protocol.tls.TlsProtocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A list of certificate logs, in version 3 of the JSON in which browsers are given theirs. None comes with netgrade. */
public final class CertificateLogs {
    private static final int LARGEST = 1 << 24;
    private static final List<String> KINDS = List.of("logs", "tiled_logs");

    private CertificateLogs() {}

    /**
     * The logs of a file, whatever their state: a timestamp of a retired log is still signed or not.
     *
     * @throws IOException where it cannot be read, is no such list, or has a log whose identifier is not its key's
     */
    public static TlsLogs of(Path json) throws IOException {
        if (Files.size(json) > LARGEST) {
            throw new IOException(json + ": larger than " + LARGEST + " bytes");
        }
        List<TlsLogs.Log> logs = new ArrayList<>();
        try {
            JsonObject list = JsonObject.read(Files.readString(json, StandardCharsets.UTF_8));
            for (JsonObject operator : list.objects("operators")) {
                for (String kind : KINDS) {
                    for (JsonObject log : operator.has(kind) ? operator.objects(kind) : List.<JsonObject>of()) {
                        logs.add(log(log));
                    }
                }
            }
        } catch (JsonFault e) {
            throw new IOException(json + ": no list of certificate logs, version 3: " + e.getMessage(), e);
        }
        if (logs.isEmpty()) {
            throw new IOException(json + ": no log in it");
        }
        return new TlsLogs(logs);
    }

    private static TlsLogs.Log log(JsonObject log) throws JsonFault {
        String description = log.optionalText("description").orElse("");
        TlsLogs.Log known = new TlsLogs.Log(description, base64(log, "key"));
        if (!known.isUsable()) {
            throw new JsonFault("the key of \"" + description + "\" is neither RSA nor on a curve of NIST's");
        }
        if (!Arrays.equals(known.identifier(), base64(log, "log_id"))) {
            throw new JsonFault("the log_id of \"" + description + "\" is not SHA-256 of its key");
        }
        return known;
    }

    private static byte[] base64(JsonObject log, String name) throws JsonFault {
        try {
            return Base64.getDecoder().decode(log.text(name));
        } catch (IllegalArgumentException e) {
            throw new JsonFault("\"" + name + "\" is not base64");
        }
    }

    /** The protocols, of which TLS verifies certificate timestamps by the keys of logs. */
    public static List<Protocol> knowing(List<Protocol> protocols, TlsLogs logs) {
        return protocols.stream()
                .map(protocol -> protocol instanceof TlsProtocol tls ? tls.knowing(logs) : protocol)
                .toList();
    }
}
