// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What two sides say to each other and what it must show, as a {@code .dialogue} file has it; its form is told in
 * docs/adding-a-protocol.md.
 */
public final class WrittenDialogue {
    private static final Pattern PIECE =
            Pattern.compile("\\[ppid (\\d+)]|\"((?:[^\"\\\\]|\\\\.)*)\"|([0-9A-Fa-f]{2})|(#.*)|(\\S)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|.)");

    /** One datagram, or one piece of a stream. */
    public record Message(boolean fromClient, long payloadProtocol, String hex) {
        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private final Path file;
    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private Map<?, ?> expected = Map.of();

    private WrittenDialogue(Path file) {
        this.file = file;
    }

    /** All under a folder, in name order. */
    public static List<WrittenDialogue> allIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(one -> one.toString().endsWith(".dialogue"))
                    .sorted()
                    .map(WrittenDialogue::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WrittenDialogue read(Path file) {
        WrittenDialogue dialogue = new WrittenDialogue(file);
        try {
            dialogue.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        }
        return dialogue;
    }

    private void parse(String text) {
        int part = 0;
        StringBuilder yaml = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.strip().equals("--")) {
                part++;
            } else if (part == 0) {
                header(line);
            } else if (part == 1) {
                message(line);
            } else {
                yaml.append(line).append('\n');
            }
        }
        if (part < 1) {
            throw new IllegalArgumentException("no line -- before the messages");
        }
        Object read = new Load(LoadSettings.builder()
                        .setLabel(String.valueOf(file.getFileName()))
                        .build())
                .loadFromString(yaml.toString());
        expected = read instanceof Map<?, ?> map ? map : Map.of();
    }

    private void header(String line) {
        String plain = line.replaceFirst("(^|\\s)#.*", "").strip();
        int colon = plain.indexOf(':');
        if (colon > 0) {
            head.put(
                    plain.substring(0, colon).strip(),
                    plain.substring(colon + 1).strip());
        } else if (!plain.isEmpty()) {
            throw new IllegalArgumentException("not a \"key: value\": " + line);
        }
    }

    private void message(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        char first = line.charAt(0);
        if (first == '>' || first == '<') {
            messages.add(new Message(first == '>', -1, ""));
        } else if (!Character.isWhitespace(first) || messages.isEmpty()) {
            throw new IllegalArgumentException("neither >, < nor an indented line: " + line);
        }
        Message before = messages.remove(messages.size() - 1);
        messages.add(more(before, line.substring(1)));
    }

    private static Message more(Message before, String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.bytes());
        long payloadProtocol = before.payloadProtocol();
        Matcher piece = PIECE.matcher(line);
        while (piece.find()) {
            if (piece.group(1) != null) {
                payloadProtocol = Long.parseLong(piece.group(1));
            } else if (piece.group(2) != null) {
                bytes.writeBytes(unescaped(piece.group(2)));
            } else if (piece.group(3) != null) {
                bytes.write(HexFormat.fromHexDigits(piece.group(3)));
            } else if (piece.group(5) != null) {
                throw new IllegalArgumentException("neither text, hexadecimal nor [ppid N]: " + line);
            }
        }
        return new Message(before.fromClient(), payloadProtocol, HexFormat.of().formatHex(bytes.toByteArray()));
    }

    private static byte[] unescaped(String text) {
        String plain = ESCAPE.matcher(text).replaceAll(match -> {
            String escape = match.group(1);
            char character = switch (escape.charAt(0)) {
                case 'r' -> '\r';
                case 'n' -> '\n';
                case 't' -> '\t';
                case '0' -> '\0';
                case 'x' -> (char) HexFormat.fromHexDigits(escape, 1, 3);
                default -> escape.charAt(0);
            };
            return Matcher.quoteReplacement(String.valueOf(character));
        });
        boolean latin = plain.chars().allMatch(character -> character < 0x100);
        return plain.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Folder and name, without the ending. */
    public String name() {
        String name = String.valueOf(file.getFileName());
        return Objects.requireNonNull(file.getParent()).getFileName() + "/" + name.substring(0, name.lastIndexOf('.'));
    }

    public Transport transport() {
        return Transport.of(required("transport"));
    }

    public int port() {
        return Integer.parseInt(required("port"));
    }

    /** The protocol that must be recognised; {@code none} where nobody may claim it. */
    public String protocol() {
        return required("protocol");
    }

    public List<String> layers() {
        String layers = head.getOrDefault("layers", "");
        return layers.isEmpty() ? List.of() : List.of(layers.split("\\s+"));
    }

    /** {@code responder}, {@code initiator} or {@code peers}. */
    public String server() {
        return head.getOrDefault("server", "responder");
    }

    public String confidence() {
        return head.getOrDefault("confidence", "confirmed").toUpperCase(Locale.ROOT);
    }

    public boolean anyPort() {
        return head.getOrDefault("any-port", "yes").equals("yes") && transport() != Transport.IP;
    }

    public boolean midStream() {
        return head.getOrDefault("mid-stream", "no").equals("yes") && transport() == Transport.TCP;
    }

    /** Says where the bytes come from and what they show. */
    public String about() {
        return required("source") + ": " + required("shows");
    }

    public List<Message> messages() {
        return messages;
    }

    /** What must be stated: type of fact to its fields. */
    public List<Map.Entry<String, Map<?, ?>>> facts() {
        List<Map.Entry<String, Map<?, ?>>> facts = new ArrayList<>();
        for (Object one : list("facts")) {
            ((Map<?, ?>) one)
                    .forEach((type, fields) -> facts.add(Map.entry(
                            String.valueOf(type), fields instanceof Map<?, ?> map ? map : Map.of())));
        }
        return facts;
    }

    /** Types of fact that must not be stated. */
    public List<String> absent() {
        return list("absent").stream().map(String::valueOf).toList();
    }

    /** Protocols that must be seen carried inside. */
    public List<String> inside() {
        return list("inside").stream().map(String::valueOf).toList();
    }

    /** Texts that no observation may hold. */
    public List<String> never() {
        return list("never").stream().map(String::valueOf).toList();
    }

    private List<?> list(String key) {
        return expected.get(key) instanceof List<?> list ? list : List.of();
    }

    private String required(String key) {
        String value = head.get(key);
        if (value == null) {
            throw new IllegalArgumentException(name() + " has no \"" + key + ":\"");
        }
        return value;
    }

    @Override
    public String toString() {
        return name();
    }
}
