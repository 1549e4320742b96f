// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import java.util.Locale;

/**
 * One command of a client (RFC 959 §4.1), with the class of its argument alone: names and passwords are let go at once.
 *
 * @param verb in upper case
 * @param anonymous for USER, whether the name is one of anonymous FTP (RFC 1635)
 * @param tls for AUTH, whether the mechanism is TLS (RFC 4217) or one of its older names
 */
record FtpCommand(String verb, boolean anonymous, boolean tls) {
    private static final int LONGEST_VERB = 8;

    static FtpCommand read(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : line.substring(space + 1).strip().toUpperCase(Locale.ROOT);
        boolean user = verb.equalsIgnoreCase("USER");
        boolean auth = verb.equalsIgnoreCase("AUTH");
        return new FtpCommand(
                verb.length() > LONGEST_VERB ? "" : verb.toUpperCase(Locale.ROOT),
                user && (argument.equals("ANONYMOUS") || argument.equals("FTP")),
                auth && (argument.startsWith("TLS") || argument.startsWith("SSL")));
    }

    boolean is(String wanted) {
        return verb.equals(wanted);
    }

    @Override
    public String toString() {
        return verb;
    }
}
