package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final String DROPPED = """
            import dev.reprise.Async;
            import dev.reprise.Coroutine;

            class Demo {
                @Coroutine
                static Async<Void> run() {
                    return Async.done();
                }

                void drop() {
                    run();
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void aWarningCanBeMadeAnError() {
        Javac javac = new Javac(root).with("-Areprise.neverAwaited=error");

        Javac.Result result = javac.compile(javac.source("Demo.java", DROPPED)).failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0)).startsWith("Demo.java:11: [NeverAwaited] run()");
        assertThat(javac.output("Demo.class")).doesNotExist();
    }

    @Test
    void aWarningCanBeSilenced() {
        Javac javac = new Javac(root).with("-Areprise.neverAwaited=off", "-Xlint:all", "-Werror");

        Javac.Result result = javac.compile(javac.source("Demo.java", DROPPED)).succeeded();

        assertThat(result.messages()).isEmpty();
    }

    @Test
    void aValueWithoutMeaningIsAnError() {
        Javac javac = new Javac(root).with("-Areprise.neverAwaited=eror");

        Javac.Result result = javac.compile(javac.source("Demo.java", DROPPED)).failed();

        assertThat(result.messages())
                .anySatisfy(message -> assertThat(message)
                        .contains("[UnknownSetting] -Areprise.neverAwaited=eror has no meaning."
                                + " The values of this option are error, warning and off."));
    }

    @Test
    void noValueIsAnErrorToo() {
        Javac javac = new Javac(root).with("-Areprise.blockingCall");

        Javac.Result result = javac.compile(javac.source("Demo.java", DROPPED)).failed();

        assertThat(result.messages())
                .anySatisfy(message ->
                        assertThat(message).contains("[UnknownSetting] -Areprise.blockingCall has no meaning."));
    }
}
