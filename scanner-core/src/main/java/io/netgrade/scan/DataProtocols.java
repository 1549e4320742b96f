// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.mysql.MysqlProtocol;
import io.netgrade.protocol.postgresql.PostgresqlProtocol;
import io.netgrade.protocol.redis.RedisProtocol;
import java.util.List;

/** Databases, caches, queues and clusters. */
final class DataProtocols {
    static final List<Protocol> ALL =
            List.of(new RedisProtocol(), MysqlProtocol.protocol(), PostgresqlProtocol.protocol());

    private DataProtocols() {}
}
