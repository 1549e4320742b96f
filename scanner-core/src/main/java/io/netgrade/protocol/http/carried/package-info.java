// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * What is spoken inside HTTP: services with a protocol id of their own (container engines, directories, search engines,
 * inference servers, gRPC, the 5G service based interface …), applications and exposed files. They are told by data, in
 * {@code carried.tsv}: a path that was asked for, and what of the answer's head and the first 4 KiB of its body only that
 * service says. Start at {@link io.netgrade.protocol.http.carried.CarriedServices}.
 */
package io.netgrade.protocol.http.carried;
