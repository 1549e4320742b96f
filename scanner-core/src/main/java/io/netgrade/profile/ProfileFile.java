// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import io.netgrade.yaml.YamlNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * One YAML file of a profile.
 *
 * @param name as it stands in mistakes
 * @param sha256 of its bytes, in hexadecimal
 * @param content its mapping, every mistake noted
 */
record ProfileFile(String name, String sha256, Function<Mistakes, Optional<YamlMap>> content) {
    static ProfileFile of(String name, byte[] bytes) {
        return new ProfileFile(
                name,
                HexFormat.of().formatHex(digest().digest(bytes)),
                mistakes -> YamlFile.read(name, bytes, mistakes));
    }

    /** One that was read when netgrade was built, without a mistake. */
    static ProfileFile compiled(String name, String sha256, YamlNode.Mapping content) {
        return new ProfileFile(name, sha256, mistakes -> Optional.of(new YamlMap(name, content, mistakes)));
    }

    Optional<YamlMap> read(Mistakes mistakes) {
        return content.apply(mistakes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
