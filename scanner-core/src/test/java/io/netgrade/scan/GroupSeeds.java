// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The flows of the group that the test method is called after. */
final class GroupSeeds implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return SpokenFlows.of(ProtocolGroup.of(context.getRequiredTestMethod().getName())).stream()
                .map(flow -> Arguments.of((Object) flow.bytes()));
    }
}
