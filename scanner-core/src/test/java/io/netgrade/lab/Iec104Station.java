// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.neoscada.protocol.iec60870.ProtocolOptions;
import org.eclipse.neoscada.protocol.iec60870.server.Server;

/** A controlled station of IEC 60870-5-104: Eclipse NeoSCADA's server, in this process, without a point of data. */
public final class Iec104Station implements AutoCloseable {
    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
    private final Server server;

    public Iec104Station() throws IOException {
        server = new Server(address, new ProtocolOptions.Builder().build(), List.of());
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the station was ending", e);
        } catch (Exception e) {
            throw new IOException("the station does not end", e);
        }
    }
}
