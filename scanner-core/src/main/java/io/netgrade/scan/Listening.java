// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.capture.CaptureExtent;
import io.netgrade.capture.LiveCapture;
import io.netgrade.capture.LiveCaptureException;
import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import java.time.Duration;

/** Looks through live traffic of one interface. */
public final class Listening implements AutoCloseable {
    private final String interfaceName;
    private final LiveCapture capture;

    private Listening(String interfaceName, LiveCapture capture) {
        this.interfaceName = interfaceName;
        this.capture = capture;
    }

    /**
     * @param filter a BPF expression as tcpdump takes it; empty for everything
     * @throws LiveCaptureException in one line: no such interface, no right to capture, no libpcap, a bad filter
     */
    public static Listening open(String interfaceName, String filter) throws LiveCaptureException {
        return new Listening(interfaceName, LiveCapture.open(interfaceName, filter));
    }

    /** Until the time is over or the thread is interrupted; what was heard until then stands. */
    public void listen(Duration time, Collector collector) throws LiveCaptureException {
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), collector::observed)) {
            eye.begin(interfaceName);
            CaptureExtent extent = capture.listen(time, eye::frame);
            FlowCoverage seen = eye.end();
            eye.finish();
            collector.captured(Captures.coverage(interfaceName, "", extent, seen));
            seen.faults().forEach(collector::problem);
        }
    }

    @Override
    public void close() {
        capture.close();
    }
}
