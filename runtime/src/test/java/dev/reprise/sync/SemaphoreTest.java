package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reprise.Async;
import dev.reprise.Script;
import dev.reprise.VirtualLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemaphoreTest extends VirtualLoop {

    private int inside;
    private int most;

    private Script<Void> worker(Semaphore semaphore, String name, int seconds) {
        Permit[] held = new Permit[1];
        return Script.<Void>of(nothing -> semaphore.acquire())
                .then((Permit permit) -> {
                    held[0] = permit;
                    trail.add(name);
                    most = Math.max(most, ++inside);
                    return Async.sleep(seconds(seconds));
                })
                .then(nothing -> {
                    inside--;
                    held[0].close();
                    return Async.done();
                });
    }

    @Test
    void a086_neverMoreThanThreeAreInside_andAllFinishInTheOrderOfArrival() {
        Semaphore semaphore = new Semaphore(3);
        List<Async<Void>> workers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            names.add("w" + i);
            workers.add(worker(semaphore, "w" + i, 1));
        }
        loop.runUntilComplete(Async.gather(workers));
        assertThat(most).isEqualTo(3);
        assertThat(trail).containsExactlyElementsOf(names);
        assertThat(semaphore.available()).isEqualTo(3);
    }

    @Test
    void a130_twentyJobsUnderASemaphoreOfThreeTakeSevenTimesOne() {
        Semaphore semaphore = new Semaphore(3);
        List<Async<Void>> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(worker(semaphore, "job", 1));
        }
        loop.runUntilComplete(Async.gather(jobs));
        assertThat(clock.elapsed()).isEqualTo(seconds(7));
    }

    @Test
    void aPermitIsTakenWithoutWaitingOnlyIfNobodyWaits() {
        loop.runUntilComplete(Script.doing(() -> {
            Semaphore semaphore = new Semaphore(2);
            Permit first = semaphore.tryAcquire();
            assertThat(semaphore.tryAcquire()).isNotNull();
            assertThat(semaphore.tryAcquire()).isNull();
            assertThat(semaphore).hasToString("semaphore (0 of 2 free, 0 waiting)");
            first.close();
            assertThat(semaphore.available()).isEqualTo(1);
        }));
    }

    @Test
    void aSemaphoreThatLetsNobodyInIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Semaphore(0));
    }
}
