package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavalinServerTest {

    @Test
    void aHandlerAwaitsWhatItAnswers() {
        assertThat(Printed.by(() -> JavalinServer.main(new String[0])))
                .containsExactly("200 that makes 8", "404 no gold here");
    }
}
