package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.Arrays;

/** Resources are closed in reverse order, null ones are left out, failures of close are suppressed. */
class TryWithResources {
    record Resource(String name, boolean failsToClose) implements AutoCloseable {
        Resource {
            System.out.println("open " + name);
        }

        @Override
        public void close() {
            System.out.println("close " + name);
            if (failsToClose) {
                throw new IllegalStateException("close " + name + " failed");
            }
        }
    }

    @Coroutine
    static Async<Resource> open(String name, boolean failsToClose) {
        await(turn());
        return Async.of(name == null ? null : new Resource(name, failsToClose));
    }

    @Coroutine
    static Async<Integer> use(boolean fails, boolean failsToClose) {
        try (Resource a = await(open("a", failsToClose));
                Resource none = await(open(null, false));
                var b = await(open("b", failsToClose))) {
            System.out.println("body " + a.name() + none + b.name());
            if (fails) {
                await(failing(new IllegalArgumentException("body failed")));
            }
            return Async.of(await(later(1)));
        } catch (IllegalArgumentException e) {
            System.out.println("caught " + e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
            return Async.of(await(later(2)));
        } finally {
            System.out.println("finally " + await(later(failsToClose)));
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(use(false, false)));
        System.out.println(await(use(true, true)));
        try {
            await(use(false, true));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
        }
        Resource outside = new Resource("outside", false);
        try (outside; var second = new Resource(await(later("second")), false)) {
            System.out.println(await(later("in")) + second.name());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
/* expect:
open a
open b
body anullb
close b
close a
finally false
1
open a
open b
body anullb
close b
close a
caught body failed [java.lang.IllegalStateException: close b failed, java.lang.IllegalStateException: close a failed]
finally true
2
open a
open b
body anullb
close b
close a
finally true
close b failed [java.lang.IllegalStateException: close a failed]
open outside
open second
insecond
close second
close outside
*/
