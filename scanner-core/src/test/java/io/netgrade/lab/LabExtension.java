// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the server that {@link Lab.With} names to the test, and ends it after the test whatever happened. */
final class LabExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Lab.With with = test.getRequiredTestMethod().getAnnotation(Lab.With.class);
        try {
            RunningServer server =
                    Lab.start(with.value().getDeclaredConstructor().newInstance());
            test.getStore(Namespace.create(LabExtension.class, test.getUniqueId()))
                    .put(RunningServer.class, server);
            return server;
        } catch (IOException | ReflectiveOperationException e) {
            throw new ParameterResolutionException("the server could not be started", e);
        }
    }
}
