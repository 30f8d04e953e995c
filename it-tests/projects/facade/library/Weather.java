package weather;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncGenerator;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;
import dev.reprise.FutureFacade;
import dev.reprise.Generator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;

/** A library that is written as coroutines, for people who need not know that. */
@BlockingFacade
@FutureFacade
public class Weather implements AsyncCloseable {
    private int asked;
    private int open;

    /** Degrees in a town. */
    @Coroutine
    public Async<Integer> degrees(String town) throws IOException {
        await(sleep(Duration.ofMillis(1)));
        asked++;
        if (town.isEmpty()) {
            throw new FileNotFoundException("no town");
        }
        return of(town.length());
    }

    /** Degrees of the days to come, for ever. */
    @Coroutine
    public AsyncGenerator<Integer> forecast(String town) throws IOException {
        open++;
        try {
            for (int day = 1; ; day++) {
                Generator.yield(day + await(degrees(town)));
            }
        } finally {
            System.out.println("forecast is closed");
            open--;
        }
    }

    @Override
    @Coroutine
    public Async<Void> closeAsync() {
        while (open > 0) {
            await(sleep(Duration.ofMillis(1)));
        }
        System.out.println("asked " + asked + " times");
        return Async.done();
    }
}
