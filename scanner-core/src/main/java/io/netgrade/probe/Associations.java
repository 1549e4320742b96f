// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Who opens SCTP associations for a run. The scope stands in front of every packet of theirs; pace and limits are the
 * run's.
 */
public interface Associations {
    /**
     * Opens one.
     *
     * @param loop on which the visitor is told, and which the association is used on
     * @param tap is shown every packet of it
     */
    Open open(Endpoint endpoint, ScheduledExecutorService loop, PacketTap tap, Visitor visitor);

    /** An association, open or not yet. */
    interface Open {
        void send(long payloadProtocol, byte[] message);

        /** Ends it as it should end: all that was sent is acknowledged, then SHUTDOWN. */
        void leave();

        /** Ends it now, with ABORT. */
        void abort();
    }

    /** Whom an association is opened for. */
    interface Visitor {
        void opened();

        /** A whole user message came. */
        void message(long payloadProtocol, byte[] message);

        /**
         * It is over, or never was. Told once, and nothing after it.
         *
         * @param status how, where nobody here has ended it
         * @param detail one line for a reader; empty where the status says it all
         */
        void ended(Attempt.Status status, String detail);
    }
}
