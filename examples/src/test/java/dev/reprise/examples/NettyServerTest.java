package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NettyServerTest {

    @Test
    void everyRequestIsAnswered() {
        assertThat(Printed.by(() -> NettyServer.main(new String[0])))
                .containsExactly("200 Hello, tortoise!", "200 Hello, hare!", "404 nobody is here");
    }
}
