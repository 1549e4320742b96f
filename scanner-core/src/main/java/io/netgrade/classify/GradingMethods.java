// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The grading methods that ship with netgrade, and those of the user's own files. */
public final class GradingMethods {
    /** The one that is taken where none is named. */
    public static final String USUAL = "ydt-1729-2008";

    private static final String SHIPPED = "/methods/";
    private static final int MOST_BYTES = 1 << 20;

    private GradingMethods() {}

    /** In the order of the alphabet. */
    public static List<String> shippedIds() {
        return new String(resource("index"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.length() - ".yml".length()))
                .toList();
    }

    /**
     * A method that ships with netgrade, or a file of the user's own, which is told by a slash or by {@code .yml}.
     *
     * @throws MistakesException with every mistake in the file, or saying that there is no such method
     */
    public static GradingMethod of(String idOrPath) throws MistakesException {
        String lower = idOrPath.toLowerCase(Locale.ROOT);
        if (idOrPath.contains("/") || lower.endsWith(".yml") || lower.endsWith(".yaml")) {
            return MethodReader.read(idOrPath, own(idOrPath));
        }
        if (!shippedIds().contains(idOrPath)) {
            throw new MistakesException(List.of(new Mistake("method", 0, Spelling.notOneOf(idOrPath, shippedIds()))));
        }
        return MethodReader.read(idOrPath + ".yml", resource(idOrPath + ".yml"));
    }

    private static byte[] own(String path) throws MistakesException {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new MistakesException(List.of(new Mistake(path, 0, "is larger than " + MOST_BYTES + " bytes")));
            }
            return bytes;
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new MistakesException(List.of(new Mistake(path, 0, "cannot be read: " + unreadable.getMessage())));
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = GradingMethods.class.getResourceAsStream(SHIPPED + name)) {
            if (in == null) {
                throw new IllegalStateException("this build has no " + SHIPPED + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
