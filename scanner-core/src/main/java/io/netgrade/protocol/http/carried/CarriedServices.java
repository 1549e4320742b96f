// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells which services are spoken inside HTTP. */
public final class CarriedServices {
    private static final String GRPC = "application/grpc";

    private CarriedServices() {}

    /**
     * States what the head of an answer tells of the service that gave it.
     *
     * @return what reads on in an answer that may be a known service's; null for nearly all answers of the web
     */
    public static @Nullable CarriedAnswer answer(
            HttpAsked asked, int status, HttpHead head, ObservationSink sink, Said said) {
        SbiServices.state(asked, status, head, sink, said);
        String type = head.value("content-type");
        if (type != null && type.startsWith(GRPC) && asked.path() != null) {
            return new GrpcAnswer(asked.path(), asked, head);
        }
        List<CarriedRow> rows = CarriedTable.candidates(asked.path(), head);
        return rows.isEmpty() ? null : new TableAnswer(rows, asked, status, head);
    }

    /** States what the title of a page tells. */
    public static void titled(String title, HttpAsked asked, int status, ObservationSink sink, Said said) {
        CarriedRow row = CarriedTable.titled(title.toLowerCase(Locale.ROOT));
        if (row != null) {
            new CarriedStatement(row, asked, status).state(null, sink, said);
        }
    }
}
