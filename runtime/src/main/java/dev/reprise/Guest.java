package dev.reprise;

import dev.reprise.loop.LoopCore;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What drives a borrowed loop. Its turns are taken on the thread of its host, one by one, so that the host's own work comes in
 * between. When a turn leaves nothing to do, a second thread waits in the selector instead of the host's, and then asks the
 * host for the next turn. A turn and a wait are never at the same time.
 */
final class Guest implements Runnable {

    private final EventLoop loop;
    private final Executor host;
    private final Thread waiting = new Thread(this::waitAgainAndAgain, "reprise-borrowed");
    private final BlockingQueue<LoopCore.Pause> handedOver = new ArrayBlockingQueue<>(1);

    /** From the end of one turn to the beginning of the next. Host's thread. */
    private LoopCore.@Nullable Pause pause;

    private volatile boolean ended;

    Guest(EventLoop loop, Executor host) {
        this.loop = loop;
        this.host = host;
        waiting.setDaemon(true);
    }

    void start() {
        waiting.start();
        askForTurn();
    }

    private void askForTurn() {
        try {
            host.execute(this);
        } catch (RejectedExecutionException refused) {
            FailureReports.log(
                    "the host of " + loop + " takes no more work, so that its tasks stand still: close the loop first",
                    refused);
        }
    }

    /** A turn. */
    @Override
    public void run() {
        if (ended) {
            return;
        }
        if (!loop.isOwnThread()) {
            throw LoopMisuse.wrongHost(loop);
        }
        endPause();
        if (loop.takeTurn()) {
            pause = loop.core().pause();
        }
        if (pause == null) {
            askForTurn();
        } else {
            handedOver.add(pause);
        }
    }

    private void endPause() {
        LoopCore.Pause over = pause;
        if (over != null) {
            pause = null;
            over.end();
        }
    }

    private void waitAgainAndAgain() {
        try {
            while (!ended) {
                handedOver.take().await();
                if (!ended) {
                    askForTurn();
                }
            }
        } catch (InterruptedException theLoopIsClosed) {
            // ends with it
        }
    }

    /** Takes no more turns, so that the loop can be closed. On the host's thread, between two turns. */
    void end() {
        ended = true;
        boolean interrupted = false;
        while (waiting.isAlive()) {
            waiting.interrupt();
            try {
                waiting.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        endPause();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
