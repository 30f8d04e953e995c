package scopes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.failing;
import static dev.reprise.it.program.Turns.later;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.TaskGroup;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

// plain: no, children run beside the block
/** Who ends a group: a child that fails, the block that fails, a request from outside. */
class A069ToA071 {
    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Coroutine
    static Async<Integer> child(String name, int seconds, boolean fails) throws IOException {
        try {
            await(sleep(seconds(seconds)));
            await(turn());
            if (fails) {
                throw new IOException(name + await(later(" failed")));
            }
            System.out.println(name + " returns");
            return Async.of(seconds);
        } catch (Cancelled e) {
            System.out.println(name + " is cancelled");
            throw e;
        } finally {
            System.out.println(name + " ends");
        }
    }

    @Coroutine
    static Async<Integer> childFails() throws IOException {
        long sum = 1;
        try (var group = TaskGroup.open()) {
            Task<Integer> quick = group.fork(child("quick", 1, false));
            group.fork(child("bad", 2, true));
            group.fork(child("slow", 9, false));
            sum += await(quick) * await(later(2));
            await(sleep(seconds(100)));
            System.out.println("never printed");
        } finally {
            System.out.println("left with " + sum + await(later("")));
        }
        return Async.of((int) sum);
    }

    @Coroutine
    static Async<Integer> childFailsAtTheEnd() throws IOException {
        try (var group = TaskGroup.open()) {
            Task<Integer> quick = group.fork(child("quick", 1, false));
            group.fork(child("bad", 2, true));
            group.fork(child("worse", 3, true));
            await(group.join());
            return Async.of(quick.result());
        }
    }

    @Coroutine
    static Async<Integer> bodyFails(int local) throws IOException {
        try (var group = TaskGroup.open()) {
            group.fork(child("sibling", 9, false));
            await(sleep(seconds(1)));
            return Async.of(local + await(later(1)) + Integer.parseInt(await(failing(new IOException("body failed")))));
        }
    }

    @Coroutine
    static Async<Void> cancelled() throws IOException {
        try (var outer = TaskGroup.open()) {
            outer.fork(child("outer", 9, false));
            try (var inner = TaskGroup.open()) {
                inner.fork(child("inner", 9, false));
                await(inner.join());
            }
        } finally {
            System.out.println("host leaves");
        }
        return done();
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        try {
            await(childFails());
        } catch (IOException e) {
            System.out.println(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
        }
        try {
            await(childFailsAtTheEnd());
        } catch (IOException e) {
            System.out.println(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
        }
        try {
            await(bodyFails(1));
        } catch (IOException e) {
            System.out.println(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
        }
        Task<Void> task = EventLoop.current().createTask(cancelled());
        await(sleep(seconds(1)));
        task.cancel("enough");
        try {
            await(task);
        } catch (Cancelled e) {
            System.out.println(e.getMessage() + " " + task.isCancelled());
        }
        return done();
    }

    public static void main(String[] args) throws IOException {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), program());
        System.out.println(clock.elapsed());
    }
}
// expect: quick returns
// expect: quick ends
// expect: bad ends
// expect: slow is cancelled
// expect: slow ends
// expect: left with 3
// expect: bad failed []
// expect: quick returns
// expect: quick ends
// expect: bad ends
// expect: worse is cancelled
// expect: worse ends
// expect: bad failed []
// expect: sibling is cancelled
// expect: sibling ends
// expect: body failed []
// expect: inner is cancelled
// expect: inner ends
// expect: outer is cancelled
// expect: outer ends
// expect: host leaves
// expect: enough true
// expect: PT6S
