// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * The grammar of a PDU (SMPP 3.4 §3.2, §5.1).
 *
 * <pre>
 * command_length(32) command_id(32) command_status(32) sequence_number(32), then the body
 * </pre>
 */
final class SmppPdu {
    static final int HEADER = 16;
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int QUERY_SM = 0x03;
    static final int SUBMIT_SM = 0x04;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int REPLACE_SM = 0x07;
    static final int CANCEL_SM = 0x08;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int OUTBIND = 0x0B;
    static final int ENQUIRE_LINK = 0x15;
    static final int SUBMIT_MULTI = 0x21;
    static final int ALERT_NOTIFICATION = 0x102;
    static final int DATA_SM = 0x103;
    private static final int LONGEST = 1 << 17;
    private static final int LOOKED_AT = 256;

    private SmppPdu() {}

    /** The command without the bit that marks an answer. */
    static int command(ByteView pdu) {
        return pdu.i32(4) & 0x7FFF_FFFF;
    }

    static boolean answer(ByteView pdu) {
        return pdu.i32(4) < 0;
    }

    static long status(ByteView pdu) {
        return pdu.u32(8);
    }

    static boolean bind(int command) {
        return command == BIND_RECEIVER || command == BIND_TRANSMITTER || command == BIND_TRANSCEIVER;
    }

    static String name(int command) {
        return switch (command) {
            case 0 -> "generic-nack";
            case BIND_RECEIVER -> "bind-receiver";
            case BIND_TRANSMITTER -> "bind-transmitter";
            case QUERY_SM -> "query-sm";
            case SUBMIT_SM -> "submit-sm";
            case DELIVER_SM -> "deliver-sm";
            case UNBIND -> "unbind";
            case REPLACE_SM -> "replace-sm";
            case CANCEL_SM -> "cancel-sm";
            case BIND_TRANSCEIVER -> "bind-transceiver";
            case OUTBIND -> "outbind";
            case ENQUIRE_LINK -> "enquire-link";
            case SUBMIT_MULTI -> "submit-multi";
            case ALERT_NOTIFICATION -> "alert-notification";
            case DATA_SM -> "data-sm";
            default -> "";
        };
    }

    static long length(ByteView bytes) {
        if (bytes.length() > 0 && bytes.u8(0) != 0) {
            return MessageGrammar.BROKEN;
        }
        if (bytes.length() < HEADER) {
            return MessageGrammar.UNKNOWN;
        }
        long length = bytes.u32(0);
        boolean sound = length >= HEADER
                && length <= LONGEST
                && !name(command(bytes)).isEmpty()
                && (answer(bytes) ? status(bytes) <= 0xFFFF : status(bytes) == 0 && command(bytes) != 0)
                && bytes.i32(12) > 0;
        return sound ? length : MessageGrammar.BROKEN;
    }

    static Speaker speaker(ByteView said) {
        long length = length(said);
        if (length == MessageGrammar.BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == MessageGrammar.UNKNOWN || said.length() < Math.min(length, LOOKED_AT)) {
            return Speaker.UNFINISHED;
        }
        return fits(said, length) ? speaker(said, command(said)) : Speaker.NOBODY;
    }

    private static Speaker speaker(ByteView said, int command) {
        return switch (command) {
            case ENQUIRE_LINK, UNBIND, DATA_SM, 0 -> Speaker.EITHER;
            case DELIVER_SM, OUTBIND, ALERT_NOTIFICATION -> answer(said) ? Speaker.CLIENT : Speaker.SERVER;
            default -> answer(said) ? Speaker.SERVER : Speaker.CLIENT;
        };
    }

    /** Whether the body is one that the command allows, as far as that is cheap to tell. */
    private static boolean fits(ByteView said, long length) {
        int command = command(said);
        if (command == ENQUIRE_LINK || command == UNBIND || command == 0) {
            return length == HEADER;
        }
        if (bind(command) && !answer(said)) {
            return BindBody.end(said) == length;
        }
        return length > HEADER || answer(said);
    }
}
