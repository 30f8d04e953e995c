package dev.reprise.it;

import dev.reprise.it.program.SuspensionPattern;
import dev.reprise.it.program.Turns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program's {@code main}, on a thread of its own.
 *
 * @param lines what it printed to standard output
 * @param failure what {@code main} threw, null if it returned
 */
record ProgramRun(List<String> lines, @Nullable Throwable failure) {

    /** Time after which a program is taken to hang. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Runs {@code main} and waits for its end; standard output of this process is the program's meanwhile. */
    static ProgramRun of(String mainClass, ClassLoader loader, SuspensionPattern pattern) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream standardOutput = System.out;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> failure.set(call(mainClass, loader, pattern)), "main");
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            thread.start();
            thread.join(PATIENCE.toMillis());
        } finally {
            System.setOut(standardOutput);
        }
        if (thread.isAlive()) {
            failure.set(hanging(thread));
        }
        return new ProgramRun(bytes.toString(StandardCharsets.UTF_8).lines().toList(), failure.get());
    }

    private static @Nullable Throwable call(String mainClass, ClassLoader loader, SuspensionPattern pattern) {
        try {
            Turns.follow(pattern);
            Method main = Class.forName(mainClass, true, loader).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException | LinkageError e) {
            return e;
        }
    }

    private static Throwable hanging(Thread thread) {
        AssertionError failure =
                new AssertionError("main has not returned after " + PATIENCE.toSeconds() + " s, it is here");
        StackTraceElement[] trace = thread.getStackTrace();
        failure.setStackTrace(Arrays.copyOf(trace, Math.min(40, trace.length)));
        return failure;
    }
}
