import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import com.google.auto.value.AutoValue;
import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.time.Duration;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

class Shop {
    @AutoValue
    abstract static class Order {
        abstract String what();

        abstract int count();

        static Order of(String what, int count) {
            return new AutoValue_Shop_Order(what, count);
        }

        @Coroutine
        Async<String> text() {
            await(sleep(Duration.ZERO));
            return Async.of(what() + " x " + count());
        }
    }

    record Line(String what, int count) {}

    record Label(String what, String count) {}

    @Mapper
    interface Labels {
        Labels INSTANCE = Mappers.getMapper(Labels.class);

        Label label(Line line);

        @Coroutine
        default Async<List<Label>> labels(List<Line> lines) {
            await(sleep(Duration.ZERO));
            return of(lines.stream().map(this::label).toList());
        }
    }

    @BlockingFacade
    interface Counter {
        @Coroutine
        default AsyncGenerator<Order> orders(int most) {
            for (int i = 1; i <= most; i++) {
                await(sleep(Duration.ZERO));
                Generator.yield(Order.of("pear", i));
            }
            return Generator.end();
        }

        @Coroutine
        default Async<String> sell(String what) {
            String text = await(Order.of(what, 3).text());
            return of(text + " " + await(Labels.INSTANCE.labels(List.of(new Line(what, 4)))));
        }
    }

    public static void main(String[] args) {
        try (var counter = new Shop_CounterBlocking(new Counter() {});
                var orders = counter.orders(2)) {
            System.out.println(orders.toList());
            System.out.println(counter.sell("plum"));
        }
    }
}
