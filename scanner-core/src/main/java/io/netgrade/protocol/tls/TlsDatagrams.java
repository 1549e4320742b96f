// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteView;
import java.util.List;

/** The datagrams of one association, as a client of DTLS writes and reads them. */
public interface TlsDatagrams {

    /**
     * The datagram that holds one message of a handshake, whole.
     *
     * @param version of the record, as on the wire
     */
    byte[] handshake(int version, TlsMessage message);

    /** The datagram that holds an alert in clear. */
    byte[] alert(int version, byte[] payload);

    /** What a datagram makes whole, in order; what is ciphered as one message of application data. */
    List<TlsMessage> read(ByteView datagram);

    /** Whether a datagram was read that is of DTLS. */
    boolean understood();
}
