import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.io.IOException;
import java.time.Duration;
import lombok.Builder;
import lombok.Cleanup;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Value;
import lombok.val;

@BlockingFacade
@RequiredArgsConstructor
class Shop {
    private final String name;

    @Value
    @Builder
    static class Order {
        String what;
        int count;

        @Coroutine
        Async<String> text() {
            await(sleep(Duration.ZERO));
            return of(what + " x " + getCount());
        }
    }

    static class Till implements AutoCloseable {
        @Override
        public void close() {
            System.out.println("till is closed");
        }
    }

    @Coroutine
    @SneakyThrows
    Async<String> sell(@NonNull Order order) {
        @Cleanup val till = new Till();
        val text = await(order.text());
        if (order.count == 0) {
            throw new IOException("nothing to sell");
        }
        return of(name + " sells " + text);
    }

    @Coroutine
    Iterable<Order> orders() {
        for (int i = 2; i >= 0; i--) {
            Generator.yield(Order.builder().what("pear").count(i).build());
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        val shop = new Shop("Ann");
        try (val plain = new ShopBlocking(shop)) {
            for (val order : shop.orders()) {
                try {
                    System.out.println(plain.sell(order));
                } catch (Exception e) {
                    System.out.println(e);
                }
            }
            try {
                plain.sell(null);
            } catch (NullPointerException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
