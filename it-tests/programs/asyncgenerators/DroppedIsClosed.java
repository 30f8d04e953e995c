package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import java.time.Duration;

// plain: no, plain Java has no generators
/** A suspended generator that nobody holds any more is closed by its loop, while the loop goes on. */
class DroppedIsClosed {
    static boolean closed;

    @Coroutine
    static AsyncGenerator<byte[]> blocks() {
        try {
            while (true) {
                Generator.yield(new byte[1000]);
                await(turn());
            }
        } finally {
            await(sleep(Duration.ZERO));
            closed = true;
        }
    }

    @Coroutine
    static Async<Void> drop() {
        for (byte[] block : await(blocks())) {
            System.out.println(block.length);
            break;
        }
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        await(drop());
        for (int i = 0; i < 1000 && !closed; i++) {
            System.gc();
            await(sleep(Duration.ofMillis(1)));
        }
        System.out.println("closed " + closed);
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(program());
    }
}
// expect: 1000
// expect: closed true
