import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

/** Variables of an instance method before and after a suspension, in a loop, and of the coroutine that it awaits. */
class Shop {
    private final boolean busy;

    Shop(boolean busy) {
        this.busy = busy;
    }

    @Coroutine
    Async<Integer> total(String[] items, int discount) {
        int sum = 0; // stop total: this=Shop discount=3 items=String[2]
        for (String item : items) {
            int before = sum; // stop total: this=Shop discount=3 item=pear sum=0 | this=Shop discount=3 item=fig sum=4
            int price = await(price(item)); // stop total: this=Shop before=0 discount=3 item=pear sum=0 | this=Shop before=4 discount=3 item=fig sum=4
            sum = before + price; // stop total: this=Shop before=0 discount=3 price=4 | this=Shop before=4 discount=3 price=3
        }
        return of(sum - discount); // stop total: this=Shop discount=3 sum=7
    }

    @Coroutine
    Async<Integer> price(String item) {
        boolean again = true; // stop price: this=Shop item=pear | this=Shop item=fig
        int length = item.length(); // stop price: this=Shop again=true item=pear | this=Shop again=true item=fig
        while (again) { // stop price: this=Shop again=true length=4 | this=Shop again=false length=4 | this=Shop again=true length=3 | this=Shop again=false length=3
            await(turn(busy)); // stop price: this=Shop again=true length=4 | this=Shop again=true length=3
            again = false; // stop price: this=Shop length=4 | this=Shop length=3
        }
        return of(length); // stop price: this=Shop again=false length=4 | this=Shop again=false length=3
    }

    @Coroutine
    static Async<Integer> turn(boolean busy) {
        int turns = 0; // stop turn: busy={busy} | busy={busy}
        while (true) {
            if (turns == 2) { // stop turn: busy={busy} turns=0 | busy={busy} turns=1 | busy={busy} turns=2 | busy={busy} turns=0 | busy={busy} turns=1 | busy={busy} turns=2
                return of(turns);
            }
            if (busy) {
                await(sleep(Duration.ZERO));
            }
            turns++;
        }
    }

    public static void main(String[] args) throws Exception {
        Shop shop = new Shop(args.length > 0);
        System.out.println(EventLoop.run(shop.total(new String[] {"pear", "fig"}, 3)));
    }
}
