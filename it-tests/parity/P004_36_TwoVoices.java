import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.sync.Condition;
import java.util.List;

/** Two voices recite a poem in turns, each waking the other through one condition. */
class P004_36_TwoVoices {

    public static void main(String[] args) {
        EventLoop.run(recite());
    }

    @Coroutine
    static Async<Void> recite() {
        Condition turn = new Condition();
        await(gather(second(turn), first(turn)));
        return done();
    }

    @Coroutine
    static Async<Void> second(Condition turn) {
        try (var held = await(turn.acquire())) {
            for (String line : List.of("在", "奔流到海不复回", "朝如青丝暮成雪")) {
                await(turn.signalled());
                System.out.println("小爱同学: " + line);
                turn.signal();
            }
        }
        return done();
    }

    @Coroutine
    static Async<Void> first(Condition turn) {
        try (var held = await(turn.acquire())) {
            for (String line : List.of("小爱同学", "君不见，黄河之水天上来", "君不见，高堂明镜悲白发")) {
                System.out.println("天猫精灵: " + line);
                turn.signal();
                await(turn.signalled());
            }
        }
        return done();
    }
}
