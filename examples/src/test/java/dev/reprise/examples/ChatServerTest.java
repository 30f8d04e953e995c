package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ChatServerTest {

    @Test
    void everybodyReadsWhatIsSaid() {
        assertThat(Printed.by(() -> {
                    try {
                        ChatServer.main(new String[0]);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .containsExactly(
                        "tortoise reads: tortoise is here",
                        "hare reads: hare is here",
                        "tortoise reads: hare is here",
                        "tortoise reads: hare: I am faster",
                        "hare reads: hare: I am faster",
                        "tortoise reads: tortoise: we shall see",
                        "hare reads: tortoise: we shall see",
                        "tortoise reads: hare has left");
    }
}
