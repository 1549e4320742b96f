// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.FactType;

/** What is stated of services inside HTTP, and of HTTP services by what they hand out. */
public final class CarriedFacts {
    private static final String AUTHENTICATION =
            "none where it was given to a client that sent no credentials, given where it sent some (a cookie among"
                    + " them), required where it was refused for want of them; absent where the request was not seen";

    public static final FactType APPLICATION = FactType.of(
                    "http.application", "An application that manages other machines' work answered for a resource.")
            .text("name", "such as jenkins, hadoop-yarn, spark, flink, airflow, nomad")
            .text("authentication", AUTHENTICATION)
            .number("status", "the status code of the answer (RFC 9110 section 15)");

    public static final FactType EXPOSED = FactType.of(
                    "http.exposed", "Something was handed out that tells how a service is run, or what it stores.")
            .text("resource", "bucket-listing, prometheus-metrics, spring-actuator, git-repository, environment-file …")
            .text("authentication", AUTHENTICATION);

    public static final FactType REST_API = FactType.of(
                    "http.rest-api", "A device's REST interface answered for a resource.")
            .text("kind", "restconf (RFC 8040) or redfish (DMTF DSP0266)")
            .text("authentication", AUTHENTICATION)
            .number("status", "the status code of the answer");

    private CarriedFacts() {}

    /** How a service answered for one of its resources. */
    static FactType access(String id, String title) {
        return FactType.of(id + ".access", title + " answered for one of its resources.")
                .text("resource", "a word for what was asked for")
                .text("authentication", AUTHENTICATION)
                .number("status", "the status code of the answer; of gRPC its own (0 is good)");
    }
}
