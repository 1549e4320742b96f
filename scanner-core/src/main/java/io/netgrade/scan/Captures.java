// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Problem;
import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Looks through captures, one after another; flows go on across them. */
public final class Captures {
    private Captures() {}

    /**
     * Examines each file to its end, or as far as it can be read. When the thread is interrupted it stops, and says what
     * was not examined.
     *
     * @param files as {@link CaptureInputs} found them
     */
    public static void examine(List<String> files, InputStream standardInput, Collector collector) {
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), collector::observed)) {
            for (String file : files) {
                if (Thread.currentThread().isInterrupted()) {
                    collector.problem(new Problem(file, file + ": interrupted, not examined", false));
                } else {
                    examine(file, standardInput, eye, collector);
                }
            }
        }
    }

    private static void examine(String file, InputStream standardInput, PacketEye eye, Collector collector) {
        boolean piped = file.equals(CaptureInputs.STANDARD_INPUT);
        FileDigest digest = piped ? FileDigest.none() : FileDigest.begin(Path.of(file));
        eye.begin(file);
        try {
            CaptureExtent extent = piped
                    ? CaptureReader.read(file, standardInput, eye::frame)
                    : CaptureReader.read(Path.of(file), eye::frame);
            FlowCoverage seen = eye.end();
            collector.captured(coverage(file, digest.hex(), extent, seen));
            seen.faults().forEach(collector::problem);
        } catch (NotACaptureException e) {
            eye.end();
            collector.problem(new Problem(file, String.valueOf(e.getMessage()), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static CaptureCoverage coverage(String file, String sha256, CaptureExtent extent, FlowCoverage seen) {
        return new CaptureCoverage(
                file,
                sha256,
                extent.packets(),
                extent.bytes(),
                extent.truncated(),
                extent.problem(),
                extent.snapped(),
                seen.malformed(),
                seen.unsupportedLinkType(),
                seen.notIp(),
                extent.dropped(),
                seen.flows(),
                seen.unrecognised(),
                seen.limits(),
                extent.firstTime(),
                extent.lastTime());
    }
}
