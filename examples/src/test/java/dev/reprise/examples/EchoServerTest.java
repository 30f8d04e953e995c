package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class EchoServerTest {

    @Test
    void everyLineComesBack() {
        assertThat(Printed.by(() -> {
                    try {
                        EchoServer.main(new String[0]);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .containsExactly("hello > hello", "how are you? > how are you?", "bye > bye");
    }
}
