// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CodeTable;
import io.netgrade.wire.ByteView;
import java.util.BitSet;

/** States what one end shows of itself, each thing once. */
final class GtpControlEnd {
    private static final int ECHO_RESPONSE = 2;
    private static final int CREATE_CONTEXT_REQUEST = 16;
    private static final int CREATE_CONTEXT_RESPONSE = 17;
    private static final int CREATE_SESSION_REQUEST = 32;
    private static final int CREATE_SESSION_RESPONSE = 33;

    private final BitSet messages1 = new BitSet(256);
    private final BitSet messages2 = new BitSet(256);
    private final BitSet recoveries = new BitSet(512);
    private final SubscriberIdentities subscribers = new SubscriberIdentities(GtpControlFacts.SUBSCRIBER);
    private final TunnelEndpoints endpoints = new TunnelEndpoints();

    void readVersion1(ByteView bytes, Gtp1Header header, ObservationSink sink) {
        int type = header.type();
        message(messages1, type, "v1", GtpControlRecognition.VERSION_1, sink);
        if (type == ECHO_RESPONSE) {
            echo(Gtp1Elements.octet(bytes, header.body(), header.end(), Gtp1Elements.RECOVERY), "v1", sink);
        }
        boolean creates = type == CREATE_CONTEXT_REQUEST || type == CREATE_CONTEXT_RESPONSE;
        if (creates) {
            endpoints.takesPart(type == CREATE_CONTEXT_REQUEST ? "gn-gp-sgsn" : "gn-gp-ggsn", sink);
        }
        int next;
        for (int at = header.body(); at < header.end(); at = next) {
            next = Gtp1Elements.next(bytes, at, header.end());
            subscriber1(bytes, at, next, sink);
            if (creates && bytes.u8(at) == Gtp1Elements.TEID_CONTROL) {
                endpoints.control(bytes.u32(at + 1), bytes.u16(Gtp1Header.SHORT), sink);
            } else if (creates && bytes.u8(at) == Gtp1Elements.TEID_DATA) {
                boolean answers = type == CREATE_CONTEXT_RESPONSE;
                int occasion = answers ? bytes.u16(Gtp1Header.SHORT) : TunnelEndpoints.ANY_REQUEST;
                endpoints.user(bytes.u32(at + 1), occasion, sink);
            }
        }
    }

    void readVersion2(ByteView bytes, int start, ObservationSink sink) {
        int type = Gtp2Header.type(bytes, start);
        int body = Gtp2Header.body(bytes, start);
        int end = start + Gtp2Header.length(bytes, start);
        message(messages2, type, "v2", GtpControlRecognition.VERSION_2, sink);
        if (type == ECHO_RESPONSE) {
            int recovery = Gtp2Elements.find(bytes, body, end, Gtp2Elements.RECOVERY, 0);
            boolean told = recovery >= 0 && bytes.u16(recovery + 1) > 0;
            echo(told ? bytes.u8(Gtp2Elements.content(recovery)) : -1, "v2", sink);
        }
        int next;
        for (int at = body; at < end; at = next) {
            next = Gtp2Elements.next(bytes, at, end);
            subscriber2(bytes, at, next, sink);
        }
        if (type == CREATE_SESSION_REQUEST || type == CREATE_SESSION_RESPONSE) {
            boolean answers = type == CREATE_SESSION_RESPONSE;
            endpoints.read(bytes, body, end, Gtp2Header.sequence(bytes, start), answers, sink);
        }
    }

    private static void message(BitSet told, int type, String version, CodeTable names, ObservationSink sink) {
        if (!told.get(type)) {
            told.set(type);
            sink.saw(GtpControlFacts.MESSAGE.partial(version, names.name(type)));
        }
    }

    private void echo(int recovery, String version, ObservationSink sink) {
        int place = (recovery + 1) * 2 + (version.equals("v1") ? 0 : 1);
        if (!recoveries.get(place)) {
            recoveries.set(place);
            Fact fact = GtpControlFacts.ECHO.partial(true, version, recovery < 0 ? null : recovery);
            sink.saw(fact);
        }
    }

    private void subscriber1(ByteView bytes, int at, int end, ObservationSink sink) {
        int content = Gtp1Elements.content(bytes, at);
        switch (bytes.u8(at)) {
            case Gtp1Elements.IMSI -> subscribers.digits(bytes, content, end, "imsi", sink);
            case Gtp1Elements.MSISDN -> subscribers.digits(bytes, content + 1, end, "msisdn", sink);
            case Gtp1Elements.IMEI -> subscribers.digits(bytes, content, end, "imei", sink);
            case Gtp1Elements.LOCATION_AREA, Gtp1Elements.LOCATION ->
                subscribers.state("location", end - content, sink);
            default -> {
                // Of the network or of the session, not of the subscriber.
            }
        }
    }

    private void subscriber2(ByteView bytes, int at, int end, ObservationSink sink) {
        int content = Gtp2Elements.content(at);
        switch (bytes.u8(at)) {
            case Gtp2Elements.IMSI -> subscribers.digits(bytes, content, end, "imsi", sink);
            case Gtp2Elements.MSISDN -> subscribers.digits(bytes, content, end, "msisdn", sink);
            case Gtp2Elements.IMEI -> subscribers.digits(bytes, content, end, "imei", sink);
            case Gtp2Elements.LOCATION -> subscribers.state("location", end - content, sink);
            default -> {
                // Of the network or of the session, not of the subscriber.
            }
        }
    }
}
