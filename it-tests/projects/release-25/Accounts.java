import module java.base;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;

class Account {
    final int number;

    Account(int number) {
        this.number = number;
    }
}

class Savings extends Account {
    final String owner;

    Savings(String owner) {
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("nobody");
        }
        this.owner = owner;
        super(owner.length());
    }

    @Coroutine
    Async<String> describe(Object with) {
        return Async.of(switch (with) {
            case String _ when await(later(false)) -> "never";
            case String _ -> owner + await(later(number));
            default -> "";
        });
    }

    @Coroutine
    static <T> Async<T> later(T value) {
        await(sleep(Duration.ofMillis(2)));
        return Async.of(value);
    }
}

void main() {
    IO.println(EventLoop.run(new Savings("Ada").describe("")));
    IO.println(EventLoop.run(total(List.of(1, 2, 3))));
}

@Coroutine
Async<Integer> total(List<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
        try {
            sum += await(Savings.later(number));
        } catch (IllegalStateException _) {
            sum = 0;
        }
    }
    return Async.of(sum);
}
