// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.time.Instant;

/**
 * Where and when a fact was seen, and the little that shows it. Never holds a secret.
 *
 * @param place the capture's file name as the user gave it, or the question that was asked ({@code tls.suites})
 * @param frame the frame's number in the capture, from 1 as analysers count; 0 for a probe
 * @param excerpt a few characters that show it, free to be empty; escaped by whoever shows it
 */
public record Evidence(Source source, Instant time, String place, long frame, String excerpt) {
    /** The two eyes. */
    public enum Source {
        CAPTURE,
        PROBE
    }
}
