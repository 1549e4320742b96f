// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

/** An interface cannot be listened on. The message is one line: what is wrong and what to do. */
public final class LiveCaptureException extends Exception {
    private static final long serialVersionUID = 1;

    /** What kind of mistake it is. */
    public enum Reason {
        /** libpcap refused, or stopped, for another reason. */
        FAILED,
        /** The filter is no BPF expression. */
        FILTER,
        /** libpcap cannot be loaded. */
        LIBRARY,
        /** There is no interface of that name. */
        NO_INTERFACE,
        /** The process may not capture. */
        NO_RIGHT
    }

    private final Reason reason;

    LiveCaptureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static LiveCaptureException noLibrary() {
        return new LiveCaptureException(
                Reason.LIBRARY, "libpcap cannot be loaded; install libpcap0.8 (apt-get install libpcap0.8)");
    }

    /** Tells a want of rights from other refusals by libpcap's own words. */
    static LiveCaptureException refused(String name, String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        boolean rights = line.contains("permission") || line.contains("not permitted") || line.contains("EPERM");
        return rights
                ? new LiveCaptureException(
                        Reason.NO_RIGHT,
                        name + ": no right to capture; run as root, or give the java binary the capability CAP_NET_RAW"
                                + " (setcap cap_net_raw+ep)")
                : new LiveCaptureException(Reason.FAILED, name + ": cannot listen: " + line);
    }
}
