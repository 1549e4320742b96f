// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

/** Text that is not the JSON it should be; the message says what is wrong and at which character. */
public final class JsonFault extends Exception {
    public JsonFault(String message) {
        super(message);
    }
}
