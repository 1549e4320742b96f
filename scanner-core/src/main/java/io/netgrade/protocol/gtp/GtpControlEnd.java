// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** States what one end shows of itself, each thing once. */
final class GtpControlEnd {
    private static final int ECHO_RESPONSE = 2;
    private static final int CREATE_CONTEXT_REQUEST = 16;
    private static final int CREATE_CONTEXT_RESPONSE = 17;
    private static final int CREATE_SESSION_REQUEST = 32;
    private static final int CREATE_SESSION_RESPONSE = 33;

    private final Said said;
    private final SubscriberIdentities subscribers;
    private @Nullable TunnelEndpoints endpoints;

    /** @param said told who speaks before each message */
    GtpControlEnd(Said said) {
        this.said = said;
        this.subscribers = new SubscriberIdentities(GtpControlFacts.SUBSCRIBER, said);
    }

    void readVersion1(ByteView bytes, Gtp1Header header) {
        int type = header.type();
        message(type, "v1", GtpControlRecognition.VERSION_1);
        if (type == ECHO_RESPONSE) {
            echo(Gtp1Elements.octet(bytes, header.body(), header.end(), Gtp1Elements.RECOVERY), "v1");
        }
        boolean creates = type == CREATE_CONTEXT_REQUEST || type == CREATE_CONTEXT_RESPONSE;
        if (creates) {
            endpoints().takesPart(type == CREATE_CONTEXT_REQUEST ? "gn-gp-sgsn" : "gn-gp-ggsn");
        }
        int next;
        for (int at = header.body(); at < header.end(); at = next) {
            next = Gtp1Elements.next(bytes, at, header.end());
            subscriber1(bytes, at, next);
            if (creates && bytes.u8(at) == Gtp1Elements.TEID_CONTROL) {
                endpoints().control(bytes.u32(at + 1), bytes.u16(Gtp1Header.SHORT));
            } else if (creates && bytes.u8(at) == Gtp1Elements.TEID_DATA) {
                boolean answers = type == CREATE_CONTEXT_RESPONSE;
                int occasion = answers ? bytes.u16(Gtp1Header.SHORT) : TunnelEndpoints.ANY_REQUEST;
                endpoints().user(bytes.u32(at + 1), occasion);
            }
        }
    }

    void readVersion2(ByteView bytes, int start) {
        int type = Gtp2Header.type(bytes, start);
        int body = Gtp2Header.body(bytes, start);
        int end = start + Gtp2Header.length(bytes, start);
        message(type, "v2", GtpControlRecognition.VERSION_2);
        if (type == ECHO_RESPONSE) {
            int recovery = Gtp2Elements.find(bytes, body, end, Gtp2Elements.RECOVERY, 0);
            boolean told = recovery >= 0 && bytes.u16(recovery + 1) > 0;
            echo(told ? bytes.u8(Gtp2Elements.content(recovery)) : -1, "v2");
        }
        int next;
        for (int at = body; at < end; at = next) {
            next = Gtp2Elements.next(bytes, at, end);
            subscriber2(bytes, at, next);
        }
        if (type == CREATE_SESSION_REQUEST || type == CREATE_SESSION_RESPONSE) {
            boolean answers = type == CREATE_SESSION_RESPONSE;
            endpoints().read(bytes, body, end, Gtp2Header.sequence(bytes, start), answers);
        }
    }

    private void message(int type, String version, CodeTable names) {
        if (said.isNew(version.charAt(1) << 8 | type)) {
            said.state(GtpControlFacts.MESSAGE.partial(version, names.name(type)));
        }
    }

    private void echo(int recovery, String version) {
        if (said.isNew(1L << 60 | version.charAt(1) << 8 | (recovery & 0xFF))) {
            said.state(GtpControlFacts.ECHO.partial(true, version, recovery < 0 ? null : recovery));
        }
    }

    /** Few flows create a session, and only those need to remember how. */
    private TunnelEndpoints endpoints() {
        TunnelEndpoints made = endpoints == null ? new TunnelEndpoints(said) : endpoints;
        endpoints = made;
        return made;
    }

    private void subscriber1(ByteView bytes, int at, int end) {
        int content = Gtp1Elements.content(bytes, at);
        switch (bytes.u8(at)) {
            case Gtp1Elements.IMSI -> subscribers.digits(bytes, content, end, "imsi");
            case Gtp1Elements.MSISDN -> subscribers.digits(bytes, content + 1, end, "msisdn");
            case Gtp1Elements.IMEI -> subscribers.digits(bytes, content, end, "imei");
            case Gtp1Elements.LOCATION_AREA, Gtp1Elements.LOCATION -> subscribers.state("location", end - content);
            default -> {
                // Of the network or of the session, not of the subscriber.
            }
        }
    }

    private void subscriber2(ByteView bytes, int at, int end) {
        int content = Gtp2Elements.content(at);
        switch (bytes.u8(at)) {
            case Gtp2Elements.IMSI -> subscribers.digits(bytes, content, end, "imsi");
            case Gtp2Elements.MSISDN -> subscribers.digits(bytes, content, end, "msisdn");
            case Gtp2Elements.IMEI -> subscribers.digits(bytes, content, end, "imei");
            case Gtp2Elements.LOCATION -> subscribers.state("location", end - content);
            default -> {
                // Of the network or of the session, not of the subscriber.
            }
        }
    }
}
