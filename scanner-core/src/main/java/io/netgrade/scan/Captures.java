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
import java.nio.file.Files;
import java.util.List;

/** Looks through captures, one after another; flows go on across them. */
public final class Captures {
    private Captures() {}

    /**
     * Examines each file to its end, or as far as it can be read. When the thread is interrupted it stops, keeps what was
     * seen until then, and says what was not examined.
     *
     * @param files as {@link CaptureInputs} found them
     * @param watch told how far it is
     */
    public static void examine(
            List<CaptureInputs.Input> files, InputStream standardInput, Collector collector, ReadingWatch watch) {
        try (Eyes eyes = new Eyes(collector::observed, watch)) {
            for (CaptureInputs.Input file : files) {
                if (Thread.currentThread().isInterrupted()) {
                    collector.problem(new Problem(file.name(), file.name() + ": interrupted, not examined", false));
                } else {
                    examine(file, standardInput, eyes, collector, watch);
                }
            }
            eyes.finish();
        }
    }

    private static void examine(
            CaptureInputs.Input file, InputStream standardInput, Eyes eyes, Collector collector, ReadingWatch watch) {
        try {
            if (Files.isRegularFile(file.path())) {
                watch.begin(file.name(), file.path().toFile().length());
                FileDigest digest = FileDigest.begin(file.path());
                Eyes.Looked looked = eyes.look(file.name(), file.path());
                captured(file, watch.stopped() ? "" : digest.hex(), looked, collector);
            } else {
                watch.begin(file.name(), 0);
                captured(file, "", once(file, standardInput, collector, watch), collector);
            }
        } catch (NotACaptureException e) {
            collector.problem(new Problem(file.name(), String.valueOf(e.getMessage()), true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What can be read only once, as it comes. */
    private static Eyes.Looked once(
            CaptureInputs.Input file, InputStream standardInput, Collector collector, ReadingWatch watch)
            throws NotACaptureException {
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), collector::observed)) {
            eye.begin(file.name());
            CaptureExtent extent = file.isStandardInput()
                    ? CaptureReader.read(file.name(), watch.over(standardInput, true), eye::frame)
                    : CaptureReader.read(file.path(), bytes -> watch.over(bytes, true), eye::frame);
            FlowCoverage coverage = eye.end();
            eye.finish();
            return new Eyes.Looked(extent, coverage);
        }
    }

    private static void captured(CaptureInputs.Input file, String sha256, Eyes.Looked looked, Collector collector) {
        collector.captured(coverage(file.name(), sha256, looked.extent(), looked.coverage()));
        looked.coverage().faults().forEach(collector::problem);
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
