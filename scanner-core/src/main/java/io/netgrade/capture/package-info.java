// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Frames in: from pcap and pcapng files, packed or not ({@link io.netgrade.capture.CaptureReader}, our own, no native library) and from
 * an interface ({@link io.netgrade.capture.LiveCapture}, through Pcap4J), each handed to a
 * {@link io.netgrade.capture.FrameSink}; and frames out to a file ({@link io.netgrade.capture.PcapngWriter}). What a
 * frame holds is not looked at here.
 */
@NullMarked
package io.netgrade.capture;

import org.jspecify.annotations.NullMarked;
