// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryWarningsTest {
    private final LoggerContext logging = new LoggerContext();

    @Test
    void areALineEachThatATerminalDoesNotObey() {
        Logger logger = logging.getLogger("io.netty.channel.Thing");
        LoggingEvent event = new LoggingEvent(
                "", logger, Level.WARN, "lost {}\n\u001b[31m\u202e", new IllegalStateException("why"), new Object[] {"x"
                });

        assertThat(new LibraryWarnings.Line().doLayout(event))
                .isEqualTo("netgrade: WARN Thing: lost x\\u000a\\u001b[31m\\u202e" + System.lineSeparator());
    }

    @Test
    void goToOnePlaceFromTheirLevelOn() {
        new LibraryWarnings().configure(logging);

        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<String> places = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining((Appender<ILoggingEvent> each) -> places.add(each.toString()));
        assertThat(places).singleElement().asString().startsWith("ch.qos.logback.core.ConsoleAppender");
        assertThat(logging.getLogger("x.Y").isWarnEnabled()).isTrue();
        assertThat(logging.getLogger("x.Y").isInfoEnabled()).isFalse();
    }
}
