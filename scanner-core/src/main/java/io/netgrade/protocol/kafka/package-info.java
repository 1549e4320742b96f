// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Apache Kafka's protocol over TCP (kafka.apache.org/protocol), usually port 9092.
 *
 * <p>Read: which requests a broker answers before a login, the SASL mechanisms that it enables, and how a login ended. Not
 * read: records and topics. What passes inside TLS is this protocol inside that layer.
 */
package io.netgrade.protocol.kafka;
