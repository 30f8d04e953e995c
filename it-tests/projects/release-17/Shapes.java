import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;
import java.util.List;

class Shapes {
    sealed interface Shape permits Circle, Box {}

    record Circle(int radius) implements Shape {
        @Coroutine
        Async<Integer> measured() {
            return Async.of(await(slowly(radius)) * 2);
        }
    }

    record Box(int width, int height) implements Shape {}

    enum Unit {
        METRE,
        FOOT
    }

    @Coroutine
    static <T> Async<T> slowly(T value) {
        await(sleep(Duration.ofMillis(2)));
        return Async.of(value);
    }

    @Coroutine
    static Async<String> describe(Shape shape, Unit unit) {
        String size = switch (unit) {
            case METRE -> "m" + await(slowly(1));
            case FOOT -> {
                int inches = await(slowly(12));
                yield "ft" + inches;
            }
        };
        if (await(slowly(shape)) instanceof Box box && box.width() == await(slowly(box.height()))) {
            return Async.of("square of " + box.width() + size);
        }
        return Async.of(shape instanceof Circle circle ? "circle of " + await(circle.measured()) + size : shape + size);
    }

    public static void main(String[] args) {
        for (Shape shape : List.of(new Circle(3), new Box(2, 2), new Box(1, 2))) {
            System.out.println(EventLoop.run(describe(shape, Unit.METRE)));
        }
        System.out.println(EventLoop.run(describe(new Circle(1), Unit.FOOT)));
    }
}
