// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** A device of pymodbus, which does what it is told by anybody, as Modbus has it. */
public final class ModbusServer implements LabServer {
    @Override
    public String name() {
        return "modbus";
    }

    @Override
    public void prepare(Place place) throws IOException {
        // pymodbus names two packages for serial lines whether they are used or not.
        place.write("serial.py", "");
        place.write("serial_asyncio.py", "create_serial_connection = None");
        place.write("device.py", """
                from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext
                from pymodbus.device import ModbusDeviceIdentification
                from pymodbus.server import StartTcpServer

                identity = ModbusDeviceIdentification()
                identity.VendorName = "netgrade lab"
                identity.ProductCode = "LAB"
                identity.MajorMinorRevision = "1.2.3"
                StartTcpServer(
                    context=ModbusServerContext(slaves=ModbusSlaveContext(), single=True),
                    identity=identity,
                    address=("%s", %d),
                )
                """.formatted(place.address(), place.port()));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/python3", place.inside("device.py"));
    }

    /** Read Exception Status (Modbus Application Protocol 6.7). */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "\0\7\0\0\0\2\1\7").startsWith("\0\7");
    }
}
