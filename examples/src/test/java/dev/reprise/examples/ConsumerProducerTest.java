package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsumerProducerTest {

    @Test
    void producerAndConsumerTakeTurns() {
        assertThat(Printed.by(() -> ConsumerProducer.main(new String[0])))
                .containsExactly(
                        "[PRODUCER] Producing 1...",
                        "[CONSUMER] Consuming 1...",
                        "[PRODUCER] Consumer return: 200 OK",
                        "[PRODUCER] Producing 2...",
                        "[CONSUMER] Consuming 2...",
                        "[PRODUCER] Consumer return: 200 OK",
                        "[PRODUCER] Producing 3...",
                        "[CONSUMER] Consuming 3...",
                        "[PRODUCER] Consumer return: 200 OK",
                        "[PRODUCER] Producing 4...",
                        "[CONSUMER] Consuming 4...",
                        "[PRODUCER] Consumer return: 200 OK",
                        "[PRODUCER] Producing 5...",
                        "[CONSUMER] Consuming 5...",
                        "[PRODUCER] Consumer return: 200 OK");
    }
}
