package dev.reprise;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** The test kit of Reactive Streams as tests of JUnit. What it cannot or need not test is reported as skipped. */
public final class ReactiveStreamsKit {

    private ReactiveStreamsKit() {}

    /**
     * The kit looks for an expected error once, after its poll interval, not until its timeout: its count of the time left
     * is negative from the first look on. So the poll interval is what a busy machine gets.
     */
    public static TestEnvironment environment() {
        return new TestEnvironment(5_000, 50, 2_000);
    }

    /** The kit's tests, in the order of their names. Each is run on a verification of its own. */
    public static Stream<DynamicTest> tests(Supplier<Object> verification) {
        return Arrays.stream(verification.get().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> dynamicTest(method.getName(), () -> run(verification.get(), method)));
    }

    private static void run(Object verification, Method test) throws Throwable {
        try {
            verification.getClass().getMethod("setUp").invoke(verification);
            test.invoke(verification);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SkipException skipped) {
                throw new TestAbortedException(skipped.getMessage());
            }
            throw thrown.getCause();
        }
    }
}
