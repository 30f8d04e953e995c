package dev.reprise.benchmarks.cores;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopGroup;
import dev.reprise.Task;
import java.time.Duration;
import java.util.concurrent.Future;

/** Sessions and handlers as tasks of a group of loops. */
final class LoopCores implements Cores {

    private final LoopGroup group;
    private final Place place;
    private final Work work;

    LoopCores(int loops, Place place, Work work) {
        this.group = LoopGroup.open(loops);
        this.place = place;
        this.work = work;
    }

    /** Where a request is computed. */
    enum Place {
        /** On the session's own loop. */
        HOME,
        /** Where the group places it. */
        PLACED,
        /** On the next loop of the group. */
        ACROSS
    }

    @Override
    public Future<?> start(Session session) {
        return group.createTask(session(session));
    }

    @Coroutine
    private Async<Void> session(Session session) {
        EventLoop home = EventLoop.current();
        EventLoop next = group.loops()
                .get((group.loops().indexOf(home) + 1) % group.loops().size());
        while (session.goesOn()) {
            Async<Long> handler = handle(session.request());
            Task<Long> task = switch (place) {
                case HOME -> home.createTask(handler);
                case PLACED -> group.createTask(handler);
                case ACROSS -> next.runThreadsafe(handler);
            };
            session.answered(await(task));
        }
        return done();
    }

    @Coroutine
    private Async<Long> handle(long request) {
        long half = work.compute(request);
        await(sleep(Duration.ZERO));
        return Async.of(work.compute(half));
    }

    @Override
    public void close() {
        group.close();
    }
}
