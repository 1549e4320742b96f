// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Text;
import java.util.List;

/**
 * What a grading method says of itself.
 *
 * @param id with the document and its year, such as {@code ydt-1729-2008}; never used again for another method
 * @param version of the data, not of the document
 * @param unverified what was not checked against the document; shown wherever a level of this method is
 * @param sha256 of the file, in hexadecimal digits
 */
public record About(String id, String version, Text title, String source, List<Text> unverified, String sha256) {
    public About {
        unverified = List.copyOf(unverified);
    }
}
