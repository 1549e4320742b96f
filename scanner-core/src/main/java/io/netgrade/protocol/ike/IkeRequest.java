// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.protocol.ike.IkeOffer.Proposal;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first message of an initiator: IKE_SA_INIT of version 2 (RFC 7296 §1.2), or main mode of version 1 (RFC 2409 §5). */
final class IkeRequest {
    private static final int HEADER = 28;
    private static final int SECURITY_ASSOCIATION_1 = 1;
    private static final int MAIN_MODE = 2;
    private static final int SECURITY_ASSOCIATION = 33;
    private static final int KEY_EXCHANGE = 34;
    private static final int NONCE = 40;
    private static final int NOTIFY = 41;
    private static final int COOKIE = 16390;
    private static final int INIT = 34;
    private static final int INITIATOR = 0x08;
    private static final int NONCE_OCTETS = 32;
    private static final int KEY_LENGTH = 0x800E;

    private IkeRequest() {}

    /** @param cookie that the responder wants back first (RFC 7296 §2.6) */
    static byte[] second(long spi, IkeOffer offer, int group, byte[] value, byte @Nullable [] cookie) {
        byte[] nonce = new byte[NONCE_OCTETS];
        new SecureRandom().nextBytes(nonce);
        ByteWriter payloads = new ByteWriter();
        if (cookie != null) {
            payload(
                    payloads,
                    SECURITY_ASSOCIATION,
                    new ByteWriter().u16(0).u16(COOKIE).bytes(cookie));
        }
        payload(payloads, KEY_EXCHANGE, proposals(offer.proposals()));
        payload(payloads, NONCE, new ByteWriter().u16(group).u16(0).bytes(value));
        payload(payloads, 0, new ByteWriter().bytes(nonce));
        int first = cookie == null ? SECURITY_ASSOCIATION : NOTIFY;
        return message(spi, first, IkeMessage.VERSION_2, INIT, INITIATOR, payloads);
    }

    static byte[] first(long spi, IkeOffer offer) {
        ByteWriter payloads = new ByteWriter();
        // The Internet's domain of interpretation, and the situation that is identity only (RFC 2407 §4.2).
        ByteWriter association = new ByteWriter().u32(1).u32(1);
        ByteWriter transforms = new ByteWriter();
        int count = transformsOfFirst(offer.proposals(), transforms);
        association
                .u16(0)
                .u16(8 + transforms.length())
                .u8(1)
                .u8(1)
                .u8(0)
                .u8(count)
                .bytes(transforms.written());
        payload(payloads, 0, association);
        return message(spi, SECURITY_ASSOCIATION_1, IkeMessage.VERSION_1, MAIN_MODE, 0, payloads);
    }

    private static byte[] message(long spi, int first, int version, int exchange, int flags, ByteWriter payloads) {
        return new ByteWriter()
                .u64(spi)
                .u64(0)
                .u8(first)
                .u8(version)
                .u8(exchange)
                .u8(flags)
                .u32(0)
                .u32(HEADER + payloads.length())
                .bytes(payloads.written())
                .written();
    }

    private static void payload(ByteWriter payloads, int next, ByteWriter body) {
        payloads.u8(next).u8(0).u16(IkeMessage.PAYLOAD_HEADER + body.length()).bytes(body.written());
    }

    private static ByteWriter proposals(List<Proposal> proposals) {
        ByteWriter written = new ByteWriter();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            List<Integer> encryption = proposal.encryption();
            int count = encryption.size()
                    + proposal.prf().size()
                    + proposal.integrity().size()
                    + proposal.groups().size();
            ByteWriter transforms = new ByteWriter();
            int left = transforms(transforms, 1, encryption, count);
            left = transforms(transforms, 2, proposal.prf(), left);
            left = transforms(transforms, 3, proposal.integrity(), left);
            transforms(transforms, 4, proposal.groups(), left);
            written.u8(i + 1 < proposals.size() ? 2 : 0)
                    .u8(0)
                    .u16(8 + transforms.length())
                    .u8(i + 1)
                    .u8(1)
                    .u8(0)
                    .u8(count)
                    .bytes(transforms.written());
        }
        return written;
    }

    /** Writes those of a kind (RFC 7296 §3.3.2); all but the last of a proposal say that another follows. */
    private static int transforms(ByteWriter written, int type, List<Integer> ids, int left) {
        int still = left;
        for (int id : ids) {
            still--;
            int bits = id >>> 16;
            written.u8(still > 0 ? 3 : 0)
                    .u8(0)
                    .u16(bits > 0 ? 12 : 8)
                    .u8(type)
                    .u8(0)
                    .u16(id & 0xFFFF);
            if (bits > 0) {
                written.u16(KEY_LENGTH).u16(bits);
            }
        }
        return still;
    }

    /** Every combination is a transform of its own (RFC 2409 §4, appendix A). */
    private static int transformsOfFirst(List<Proposal> proposals, ByteWriter written) {
        int count = 0;
        ByteWriter last = new ByteWriter();
        for (Proposal proposal : proposals) {
            for (int cipher : proposal.encryption()) {
                for (int hash : proposal.prf()) {
                    for (int group : proposal.groups()) {
                        for (int method : proposal.integrity()) {
                            append(written, last, true);
                            last = transform(++count, cipher, hash, method, group);
                        }
                    }
                }
            }
        }
        append(written, last, false);
        return count;
    }

    private static void append(ByteWriter written, ByteWriter transform, boolean followed) {
        if (transform.length() > 0) {
            written.u8(followed ? 3 : 0).u8(0).u16(4 + transform.length()).bytes(transform.written());
        }
    }

    private static ByteWriter transform(int number, int cipher, int hash, int method, int group) {
        ByteWriter transform = new ByteWriter().u8(number).u8(1).u16(0);
        transform
                .u16(0x8001)
                .u16(cipher & 0xFFFF)
                .u16(0x8002)
                .u16(hash)
                .u16(0x8003)
                .u16(method);
        transform.u16(0x8004).u16(group).u16(0x800B).u16(1).u16(0x800C).u16(28_800);
        int bits = cipher >>> 16;
        return bits > 0 ? transform.u16(KEY_LENGTH).u16(bits) : transform;
    }
}
