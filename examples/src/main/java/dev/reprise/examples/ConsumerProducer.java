package dev.reprise.examples;

import dev.reprise.Coroutine;
import dev.reprise.Generator;

/**
 * A producer and a consumer that take turns on one thread. The consumer is a generator: it waits for the next number in
 * the middle of its loop, and its answer is what it yields.
 */
public final class ConsumerProducer {

    private ConsumerProducer() {}

    public static void main(String[] args) {
        try (Generator<String, Integer, Void> consumer = consumer()) {
            produce(consumer);
        }
    }

    static void produce(Generator<String, Integer, Void> consumer) {
        consumer.next(); // runs it to its first yield, where it can be sent something
        for (int n = 1; n <= 5; n++) {
            System.out.println("[PRODUCER] Producing " + n + "...");
            String answer = consumer.send(n);
            System.out.println("[PRODUCER] Consumer return: " + answer);
        }
    }

    /** Gives out answers, is sent numbers, returns nothing. */
    @Coroutine
    static Generator<String, Integer, Void> consumer() {
        String answer = "";
        while (true) {
            Integer n = Generator.yield(answer);
            System.out.println("[CONSUMER] Consuming " + n + "...");
            answer = "200 OK";
        }
    }
}
