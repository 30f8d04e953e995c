import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;

/** S-018. A producer sends numbers to a generator that consumes them. */
class P000_03_ConsumerProducer {

    public static void main(String[] args) {
        produce(consumer());
    }

    @Coroutine
    static Generator<String, Integer, Void> consumer() {
        String answer = "";
        while (true) {
            Integer n = Generator.yield(answer);
            if (n == null || n == 0) {
                return end();
            }
            System.out.println("[CONSUMER] Consuming " + n + "...");
            answer = "200 OK";
        }
    }

    static void produce(Generator<String, Integer, Void> consumer) {
        consumer.send(null);
        int n = 0;
        while (n < 5) {
            n = n + 1;
            System.out.println("[PRODUCER] Producing " + n + "...");
            String answer = consumer.send(n);
            System.out.println("[PRODUCER] Consumer return: " + answer);
        }
        consumer.close();
    }
}
