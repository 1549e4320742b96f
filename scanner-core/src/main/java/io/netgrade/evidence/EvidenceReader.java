// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.LiteralAddress;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an evidence file back. The last line of a file that is still growing, or whose writer was killed, may be cut: it
 * is left out and said so. Any other line that cannot be read makes the whole file unusable, as evidence with holes
 * proves nothing.
 */
public final class EvidenceReader {
    private static final int LONGEST_LINE = 4 << 20;

    private final String file;
    private final Map<String, FactType> types;
    private final List<Observation> observations = new ArrayList<>();
    private final AttemptLog attempts = new AttemptLog();
    private final List<CaptureCoverage> captures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<JsonObject> run = Optional.empty();
    private Optional<Instant> finished = Optional.empty();

    private EvidenceReader(String file, Map<String, FactType> types) {
        this.file = file;
        this.types = types;
    }

    /**
     * @param types the facts that are known, by id; facts of other types keep their moments as text
     * @throws EvidenceFault where a line is damaged or the file is no evidence file
     * @throws IOException where the file cannot be read
     */
    public static Collected read(Path file, Map<String, FactType> types) throws IOException, EvidenceFault {
        EvidenceReader reader = new EvidenceReader(file.toString(), types);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return reader.read(lines);
        }
    }

    private Collected read(BufferedReader lines) throws IOException, EvidenceFault {
        StringBuilder line = new StringBuilder();
        int number = 1;
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c != '\n') {
                line.append((char) c);
                refuseEndless(line, number);
            } else {
                take(line.toString(), number++);
                line.setLength(0);
            }
        }
        if (run.isEmpty()) {
            throw new EvidenceFault(file + ":1: not an evidence file: it does not begin with the line of a run");
        }
        if (!line.isEmpty()) {
            problems.add(cut("line " + number + " is cut and was left out"));
        } else if (finished.isEmpty()) {
            problems.add(cut("the run was interrupted: what it had collected is used"));
        }
        return collected();
    }

    private void refuseEndless(StringBuilder line, int number) throws EvidenceFault {
        if (line.length() > LONGEST_LINE) {
            throw new EvidenceFault(
                    file + ":" + number + ": not an evidence file: a line of more than " + LONGEST_LINE + " bytes");
        }
    }

    private Problem cut(String what) {
        return new Problem(file, file + ": " + what, false);
    }

    private void take(String line, int number) throws EvidenceFault {
        try {
            JsonObject json = JsonObject.read(line);
            String kind = json.text("kind");
            if (run.isEmpty() != kind.equals("run")) {
                throw new JsonFault(run.isEmpty() ? "not the line of a run" : "a second run begins");
            }
            switch (kind) {
                case "run" -> run = Optional.of(begins(json));
                case "observation" -> observations.add(observation(json));
                case "attempt" -> attempts.add(attempt(json));
                case "attempts" -> alike(json);
                case "capture" -> captures.add(capture(json));
                case "problem" ->
                    problems.add(new Problem(json.text("input"), json.text("message"), json.flag("unreadable")));
                case "end" -> finished = Optional.of(json.instant("finished"));
                default -> throw new JsonFault("\"" + kind + "\" is no kind of line");
            }
        } catch (JsonFault | IllegalArgumentException e) {
            throw new EvidenceFault(file + ":" + number + ": damaged evidence: " + e.getMessage());
        }
    }

    private static JsonObject begins(JsonObject json) throws JsonFault {
        if (!json.text("schema").equals(EvidenceWriter.SCHEMA)) {
            throw new JsonFault("schema \"" + json.text("schema") + "\" is not " + EvidenceWriter.SCHEMA);
        }
        json.instant("started");
        return json;
    }

    private Collected collected() throws EvidenceFault {
        try {
            JsonObject json = run.orElseThrow();
            Instant started = json.instant("started");
            Run read = new Run(
                    json.text("id"),
                    json.text("tool"),
                    json.text("command"),
                    started,
                    finished.orElse(started),
                    json.text("vantage"),
                    json.flag("vantage-declared"));
            return new Collected(read, observations, attempts.attempts(), captures, problems);
        } catch (JsonFault e) {
            throw new EvidenceFault(file + ":1: damaged evidence: " + e.getMessage());
        }
    }

    private Observation observation(JsonObject json) throws JsonFault {
        Sighting service = new Sighting(
                endpoint(json),
                json.text("protocol"),
                json.texts("layers"),
                Confidence.valueOf(json.text("confidence").toUpperCase(Locale.ROOT)));
        String type = json.text("fact");
        Fact fact = new Fact(type, json.flag("complete"), values(type, json.members("value")));
        Evidence evidence = new Evidence(
                Evidence.Source.valueOf(json.text("source").toUpperCase(Locale.ROOT)),
                json.instant("time"),
                json.text("place"),
                json.number("frame"),
                json.text("excerpt"));
        return new Observation(service, fact, evidence);
    }

    private Map<String, Object> values(String type, Map<String, Object> written) throws JsonFault {
        Optional<FactType> known = Optional.ofNullable(types.get(type));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : written.entrySet()) {
            Optional<FactField> field = known.flatMap(fact -> fact.field(member.getKey()));
            values.put(member.getKey(), value(type + "." + member.getKey(), field, member.getValue()));
        }
        return values;
    }

    private static Object value(String name, Optional<FactField> field, Object written) throws JsonFault {
        if (field.isEmpty()) {
            return written;
        }
        FieldKind kind = field.get().kind();
        try {
            Object value = kind == FieldKind.INSTANT ? Instant.parse((String) written) : written;
            return kind.carrier().cast(value);
        } catch (DateTimeParseException | ClassCastException e) {
            throw new JsonFault(name + " is no " + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Attempt attempt(JsonObject json) throws JsonFault {
        return new Attempt(
                endpoint(json),
                json.text("question"),
                Attempt.Status.of(json.text("status")),
                json.text("detail"),
                json.instant("time"),
                json.number("millis"),
                json.number("sent"),
                json.number("received"));
    }

    /** Attempts that share a line; the first moment of it is taken as that of each. */
    private void alike(JsonObject json) throws JsonFault {
        Transport transport = Transport.of(json.text("transport"));
        String question = json.text("question");
        Attempt.Status status = Attempt.Status.of(json.text("status"));
        String detail = json.text("detail");
        Instant from = json.instant("from");
        long sent = json.number("sent");
        int left = AlikeAttempts.MOST;
        for (Map.Entry<String, Object> host : json.members("ports").entrySet()) {
            InetAddress address = LiteralAddress.read(host.getKey())
                    .orElseThrow(() -> new JsonFault("\"" + host.getKey() + "\" is no address"));
            PortSet ports = PortSet.of(host.getValue().toString());
            left -= ports.size();
            if (left < 0) {
                throw new JsonFault("a line of more than " + AlikeAttempts.MOST + " attempts");
            }
            ports.stream()
                    .forEach(port -> attempts.add(new Attempt(
                            new Endpoint(address, port, transport), question, status, detail, from, 0, sent, 0)));
        }
    }

    private static CaptureCoverage capture(JsonObject json) throws JsonFault {
        Map<Integer, Long> unsupported = new HashMap<>();
        for (Map.Entry<String, Long> entry :
                counts(json, "unsupported-link-type").entrySet()) {
            unsupported.put(Integer.valueOf(entry.getKey()), entry.getValue());
        }
        return new CaptureCoverage(
                json.text("file"),
                json.text("sha256"),
                json.number("packets"),
                json.number("bytes"),
                json.flag("truncated"),
                json.text("problem"),
                json.number("snapped"),
                json.number("malformed"),
                unsupported,
                json.number("not-ip"),
                json.number("dropped"),
                json.number("flows"),
                json.number("unrecognised"),
                counts(json, "limits"),
                json.has("first-time") ? Optional.of(json.instant("first-time")) : Optional.empty(),
                json.has("last-time") ? Optional.of(json.instant("last-time")) : Optional.empty());
    }

    private static Map<String, Long> counts(JsonObject json, String name) throws JsonFault {
        Map<String, Long> counts = new HashMap<>();
        for (Map.Entry<String, Object> entry : json.members(name).entrySet()) {
            if (!(entry.getValue() instanceof Long count)) {
                throw new JsonFault(name + "." + entry.getKey() + " is no count");
            }
            counts.put(entry.getKey(), count);
        }
        return counts;
    }

    /** Addresses are literal here: anything else would ask a name server. */
    private static Endpoint endpoint(JsonObject json) throws JsonFault {
        String address = json.text("address");
        if (!address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                || address.chars().noneMatch(c -> c == '.' || c == ':')) {
            throw new JsonFault("\"" + address + "\" is no address");
        }
        try {
            return new Endpoint(
                    InetAddress.getByName(address),
                    Math.toIntExact(json.number("port")),
                    Transport.of(json.text("transport")));
        } catch (UnknownHostException | ArithmeticException e) {
            throw new JsonFault("\"" + address + "\" is no address, or its port no port");
        }
    }
}
