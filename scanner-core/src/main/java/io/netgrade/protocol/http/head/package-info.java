// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The head of an HTTP message of any version: its start line and those of its header fields that netgrade looks at. Start
 * at {@link io.netgrade.protocol.http.head.HttpHead}.
 */
package io.netgrade.protocol.http.head;
