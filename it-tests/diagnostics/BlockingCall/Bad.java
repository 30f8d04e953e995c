import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    @Coroutine
    Async<Void> blink() throws InterruptedException {
        System.out.println("on");
        Thread.sleep(500); // warning: [BlockingCall] Thread.sleep(long) makes the thread of the event loop wait, and with it every other task. Write await(Async.sleep(...)).
        System.out.println("off");
        return done();
    }
}
