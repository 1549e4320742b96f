// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.bench;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.testing.WrittenDialogue.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds until a protocol knows its own opening, and until every protocol was asked about it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Recognisers {
    @Param({"dns", "http", "ike", "netbios", "quic", "radius", "sip", "snmp", "stun", "tls"})
    private String protocol = "dns";

    private final List<Protocol> all = ProtocolCatalog.all();
    private Protocol own = all.get(0);
    private HeldOpening opening = HeldOpening.of("", "");

    @Setup
    public void prepare() {
        own = ProtocolCatalog.byId(protocol).orElseThrow();
        Path folder =
                Path.of(System.getProperty("netgrade.root"), "scanner-core/src/test/resources/io/netgrade/protocol");
        WrittenDialogue dialogue = WrittenDialogue.allIn(folder).stream()
                .filter(one -> one.protocol().equals(protocol) && one.layers().isEmpty())
                .findFirst()
                .orElseThrow();
        Message first = dialogue.messages().get(0);
        byte[] nothing = new byte[0];
        opening = first.fromClient()
                ? HeldOpening.of(dialogue.transport(), dialogue.port(), first.bytes(), nothing)
                : HeldOpening.of(dialogue.transport(), dialogue.port(), nothing, first.bytes());
    }

    @Benchmark
    public Recognition itsOwn() {
        return own.recognize(opening);
    }

    @Benchmark
    public List<Recognition> everyProtocols() {
        List<Recognition> answers = new ArrayList<>(all.size());
        for (Protocol one : all) {
            answers.add(one.recognize(opening));
        }
        return answers;
    }
}
