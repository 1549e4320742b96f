// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of expressions is large and slow to start: no class of it is loaded unless a profile has an expression. */
class LazyExpressionsTest {
    @TempDir
    private Path folder;

    @Test
    void shippedProfilesLoadNoClassOfTheLibrary() throws Exception {
        try (Recording loader = new Recording()) {
            Runnable judgement = (Runnable) loader.loadClass(ShippedJudgement.class.getName())
                    .getConstructor()
                    .newInstance();
            judgement.run();
            assertThat(loader.loaded).contains("io.netgrade.profile.ProfileExamples");
            assertThat(loader.loaded).noneMatch(LazyExpressionsTest::isOfTheLibrary);
        }
    }

    @Test
    void anExpressionLoadsIt() throws Exception {
        ExpressionProfile.write(folder);
        try (Recording loader = new Recording()) {
            loader.loadClass(ShippedJudgement.class.getName())
                    .getMethod("judge", Path.class)
                    .invoke(null, folder);
            assertThat(loader.loaded).anyMatch(LazyExpressionsTest::isOfTheLibrary);
        }
    }

    private static boolean isOfTheLibrary(String name) {
        return name.startsWith("dev.cel.") || name.startsWith("com.google.protobuf.") || name.startsWith("org.antlr.");
    }

    /** Loads everything but Java's own anew, and notes what. */
    private static final class Recording extends URLClassLoader {
        private final Set<String> loaded = ConcurrentHashMap.newKeySet();

        private Recording() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(entry -> {
                        try {
                            return Path.of(entry).toUri().toURL();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toArray(URL[]::new);
        }
    }
}
