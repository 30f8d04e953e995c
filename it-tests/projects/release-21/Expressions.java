import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

class Expressions {
    sealed interface Expression {}

    record Constant(int value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}

    @Coroutine
    static <T> Async<T> slowly(T value) {
        await(sleep(Duration.ofMillis(2)));
        return Async.of(value);
    }

    @Coroutine
    static Async<Boolean> isZero(int value) {
        return Async.of(await(slowly(value)) == 0);
    }

    @Coroutine
    static Async<Integer> value(Expression expression) {
        return switch (await(slowly(expression))) {
            case Constant(int value) when await(isZero(value)) -> Async.of(0);
            case Constant(int value) -> slowly(value);
            case Sum(Constant(int left), var right) -> Async.of(left + await(value(right)));
            case Sum(var left, var right) -> Async.of(await(value(left)) + await(value(right)));
            case Product(var left, var right) -> {
                int product = await(value(left));
                product *= await(value(right));
                yield Async.of(product);
            }
        };
    }

    public static void main(String[] args) {
        Expression seven = new Sum(new Constant(3), new Constant(4));
        System.out.println(EventLoop.run(value(new Product(new Sum(seven, new Constant(0)), new Constant(6)))));
    }
}
