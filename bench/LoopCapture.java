// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a large capture of a small one: writes its frames again and again, an hour later each time, until the file is as
 * large as asked. With {@code new} each turn has IPv4 and IPv6 addresses of its own, so that its flows are new ones; with
 * {@code same} it has not.
 *
 * <p>{@code java LoopCapture.java IN.pcap OUT.pcap MEGABYTES new|same}: IN is a pcap file in this machine's byte order, of
 * Ethernet frames, as mergecap writes it.
 */
final class LoopCapture {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int ETHERNET = 14;

    private LoopCapture() {}

    public static void main(String[] arguments) throws IOException {
        byte[] in = Files.readAllBytes(Path.of(arguments[0]));
        long wanted = Long.parseLong(arguments[2]) * 1_000_000;
        boolean fresh = arguments[3].equals("new");
        ByteBuffer view = ByteBuffer.wrap(in).order(ByteOrder.nativeOrder());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 20)) {
            out.write(in, 0, FILE_HEADER);
            long written = FILE_HEADER;
            int turn = 0;
            while (written < wanted) {
                written += write(in, view, out, turn, fresh);
                turn++;
            }
            System.err.println(turn + " turns, " + written + " bytes");
        }
    }

    private static long write(byte[] in, ByteBuffer view, OutputStream out, int turn, boolean fresh)
            throws IOException {
        int at = FILE_HEADER;
        while (at + RECORD_HEADER <= in.length) {
            int length = view.getInt(at + 8);
            byte[] record = java.util.Arrays.copyOfRange(in, at, at + RECORD_HEADER + length);
            ByteBuffer header = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
            header.putInt(0, header.getInt(0) + turn * 3600);
            if (fresh) {
                readdress(record, turn);
            }
            out.write(record);
            at += RECORD_HEADER + length;
        }
        return at - FILE_HEADER;
    }

    private static void readdress(byte[] record, int turn) {
        int type = RECORD_HEADER + 12;
        while (type + 6 <= record.length && (is(record, type, 0x8100) || is(record, type, 0x88A8))) {
            type += 4;
        }
        int ip = type + 2;
        if (is(record, type, 0x0800) && ip + 20 <= record.length) {
            change(record, ip + 13, turn);
            change(record, ip + 17, turn);
        } else if (is(record, type, 0x86DD) && ip + 40 <= record.length) {
            change(record, ip + 10, turn);
            change(record, ip + 26, turn);
        }
    }

    private static boolean is(byte[] record, int at, int type) {
        return at + 2 <= record.length && (record[at] & 0xFF) == type >> 8 && (record[at + 1] & 0xFF) == (type & 0xFF);
    }

    private static void change(byte[] record, int at, int turn) {
        record[at] ^= (byte) turn;
        record[at + 1] ^= (byte) (turn >> 8);
    }
}
