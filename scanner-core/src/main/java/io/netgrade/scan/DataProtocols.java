// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.cassandra.CassandraProtocol;
import io.netgrade.protocol.memcached.MemcachedProtocol;
import io.netgrade.protocol.mongodb.MongodbProtocol;
import io.netgrade.protocol.mssql.MssqlProtocol;
import io.netgrade.protocol.mysql.MysqlProtocol;
import io.netgrade.protocol.oracle.OracleTnsProtocol;
import io.netgrade.protocol.postgresql.PostgresqlProtocol;
import io.netgrade.protocol.redis.RedisProtocol;
import io.netgrade.protocol.zookeeper.ZookeeperProtocol;
import java.util.List;

/** Databases, caches, queues and clusters. */
final class DataProtocols {
    static final List<Protocol> ALL = List.of(
            new RedisProtocol(),
            MysqlProtocol.protocol(),
            PostgresqlProtocol.protocol(),
            MssqlProtocol.protocol(),
            OracleTnsProtocol.protocol(),
            CassandraProtocol.protocol(),
            MemcachedProtocol.protocol(),
            MongodbProtocol.protocol(),
            ZookeeperProtocol.protocol());

    private DataProtocols() {}
}
