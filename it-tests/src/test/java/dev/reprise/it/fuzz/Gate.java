package dev.reprise.it.fuzz;

import dev.reprise.Awaitable;
import dev.reprise.Cancelled;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What generated programs call: the suspensions, the failures and the log of everything observable. One program runs at
 * a time.
 */
public final class Gate {

    private static final int FUEL = 150;
    private static final int LONGEST_LOG = 40_000;

    /** Far more than a program reaches whose loops take {@link #fuel}: only one with a mistake put in does. */
    private static final int MOST_SUSPENSIONS = 20_000;

    private static Schedule schedule = new Schedule(0, Schedule.Suspending.NEVER, 0, -1, -1);
    private static StringBuilder log = new StringBuilder();
    private static int index;
    private static int fuel;
    private static int looks;
    private static boolean closing;
    private static boolean stopped;
    private static boolean twoWay;
    private static int generating;
    private static Pending pending = new Pending();

    private Gate() {}

    /** Raised in the plain form of a generator where the consumer closes it. */
    static final class Closing extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Raised in the plain form of a generator that yields while it is being closed. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The end of programs that loop for ever. */
    public static final class OutOfFuel extends Error {
        private static final long serialVersionUID = 1L;

        OutOfFuel() {
            super("out of fuel", null, false, false);
        }
    }

    /** An unchecked failure. */
    public static class Oops extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Oops(String message) {
            super(message, null, true, false);
        }
    }

    /** A subclass of a failure. */
    public static final class Ouch extends Oops {
        private static final long serialVersionUID = 1L;

        public Ouch(String message) {
            super(message);
        }
    }

    /** A checked failure. */
    public static final class Checked extends Exception {
        private static final long serialVersionUID = 1L;

        public Checked(String message) {
            super(message, null, true, false);
        }
    }

    /** A function that may fail with anything; a lambda of generated programs. */
    public interface Body<T> {
        T get() throws Throwable;
    }

    /** The same, with parameters. */
    public interface Body2<A, B, T> {
        T get(A a, B b) throws Throwable;
    }

    /** What a method of the plain form returns when its result is still to be computed. */
    public record Deferred(Body<?> computation) {}

    /** The result of a method of the plain form, which may have been left to be computed now. */
    public static @Nullable Object result(@Nullable Object returned) throws Throwable {
        return returned instanceof Deferred deferred ? deferred.computation().get() : returned;
    }

    /**
     * The body of a generator of the plain form, the outermost or one that it delegates to. A delegate that keeps a close to
     * itself does not keep it from who delegates, and one that yields instead fails there.
     */
    public static @Nullable Object generating(Body<?> body) throws Throwable {
        boolean mayBeClosed = ++generating > 1 && !closing;
        try {
            Object result = body.get();
            if (mayBeClosed && closing && !stopped) {
                throw new Closing();
            }
            return result;
        } finally {
            generating--;
            if (mayBeClosed && stopped) {
                stopped = false;
                throw new IllegalStateException("yielded while it was being closed");
            }
        }
    }

    /** An async generator of the plain form. */
    public static PlainGenerator generator(Body<?> body) {
        return new PlainGenerator(body);
    }

    /** A cancel scope of the plain form. */
    public static PlainScope scope() {
        return new PlainScope(false);
    }

    /** A shield of the plain form. */
    public static PlainScope shield() {
        return new PlainScope(true);
    }

    /** A resource whose closing is observable and may fail. */
    public static final class Resource implements AutoCloseable {
        private final int id;

        Resource(int id) {
            this.id = id;
        }

        @Override
        public void close() {
            log("close " + id);
            if (schedule.value(id) % 15 == 0) {
                throw new Oops("close " + id);
            }
        }

        @Override
        public String toString() {
            return "resource " + id;
        }
    }

    static void reset(Schedule decisions, boolean sending) {
        twoWay = sending;
        schedule = decisions;
        log = new StringBuilder();
        index = 0;
        looks = 0;
        fuel = FUEL;
        closing = false;
        stopped = false;
        generating = 0;
        pending = new Pending();
        PlainScope.reset();
    }

    /** Notes nothing any more. */
    static void end() {
        stopped = true;
    }

    /** What the suspensions of the run wait for. */
    static Pending pending() {
        return pending;
    }

    /** Whether the coroutine is to be cancelled instead of the suspension of this number ending. */
    static boolean cancels(int number) {
        return schedule.cancels(number);
    }

    /** Whether the suspension of this number ends while the driver is still subscribing. */
    static boolean endsAtOnce(int number) {
        return !schedule.cancels(number) && (schedule.value(number) & 48) == 0;
    }

    static String trace() {
        return log.toString();
    }

    static int suspensions() {
        return index;
    }

    static boolean wasStopped() {
        return stopped;
    }

    static boolean isClosing() {
        return closing;
    }

    /** Whether the consumer closes the generator after the value of this number. */
    static boolean closesAfter(int number) {
        return number + 1 == schedule.closeAt();
    }

    /** Notes a step. */
    public static void log(String step) {
        if (!stopped && log.length() < LONGEST_LOG) {
            log.append(step).append('\n');
        }
    }

    /** Stops a program that has gone round too many loops. */
    public static void fuel() {
        if (--fuel < 0) {
            throw new OutOfFuel();
        }
    }

    /** Says to javac that anything may be thrown here. */
    public static void may() throws Throwable {}

    /** Ends a suspension in the plain form. */
    public static <T> T susp(T value) throws Throwable {
        int number = suspension(value);
        if (schedule.cancels(number) || schedule.suspends(number) && PlainScope.isCancelledHere()) {
            throw new Cancelled(null);
        }
        if (schedule.fails(number)) {
            throw failure(number);
        }
        return value;
    }

    private static int suspension(@Nullable Object value) {
        int number = index++;
        if (number > MOST_SUSPENSIONS) {
            throw new OutOfFuel();
        }
        log("susp " + number + " " + show(value));
        return number;
    }

    /** The awaitable that takes the place of {@link #susp} in the woven form. */
    public static <T> Awaitable<T> pass(T value) {
        int number = suspension(value);
        return new Passing<>(
                number, value, schedule.fails(number) ? failure(number) : null, schedule.suspends(number), pending);
    }

    /** As {@link #pass}, a stage of the JDK's own futures. */
    public static <T> CompletionStage<T> stage(T value) {
        int number = suspension(value);
        CompletableFuture<T> future = new CompletableFuture<>();
        Throwable failure = schedule.fails(number) ? failure(number) : null;
        Runnable completion = () -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(
                        (schedule.value(number) & 4) == 0 ? failure : new CompletionException(failure));
            }
        };
        if (schedule.suspends(number)) {
            pending.add(number, completion);
        } else {
            completion.run();
        }
        return (schedule.value(number) & 8) == 0 ? future : future.minimalCompletionStage();
    }

    @SuppressWarnings("unchecked") // erased
    static <E extends Throwable> RuntimeException raise(Throwable failure) throws E {
        throw (E) failure;
    }

    /** Throws any failure without declaring it. */
    public static RuntimeException sneaky(Throwable failure) {
        return raise(failure);
    }

    private static Throwable failure(int number) {
        return switch (Math.floorMod(schedule.value(number), 5)) {
            case 0 -> new Ouch("ouch " + number);
            case 1 -> new Checked("checked " + number);
            case 2 -> new ArithmeticException("sums " + number);
            default -> new Oops("oops " + number);
        };
    }

    /** Gives out a value in the plain form of a generator; what the consumer does about it comes back. */
    public static @Nullable Object give(Object value) throws Throwable {
        PlainGenerator generator = PlainGenerator.running();
        if (generator != null) {
            return generator.give(value);
        }
        if (closing || stopped) {
            stopped = true;
            throw new Stopped();
        }
        int number = gave(value);
        if (closesAfter(number)) {
            closing = true;
            throw new Closing();
        }
        Throwable thrown = thrownIn(number);
        if (thrown != null) {
            throw thrown;
        }
        return sent(number);
    }

    /** The consumer has got a value; its number. */
    static int gave(Object value) {
        int number = index++;
        log("gave " + number + " " + show(value));
        return number;
    }

    /** What the consumer throws in after the value of this number, if it does. */
    static @Nullable Throwable thrownIn(int number) {
        return twoWay && schedule.fails(number) ? failure(number) : null;
    }

    /** What the consumer sends in after the value of this number. */
    static @Nullable Integer sent(int number) {
        return twoWay ? schedule.value(number) % 100 : null;
    }

    /** A condition that differs from run to run and from one look to the next. */
    public static boolean flag(int id) {
        boolean value = (schedule.value(id * 17 + looks++) & 1) == 0;
        log(id + " " + value);
        return value;
    }

    /** As {@link #flag}, seven times out of eight true. */
    public static boolean mostly(int id) {
        boolean value = (schedule.value(id * 17 + looks++) & 7) != 0;
        log(id + " " + value);
        return value;
    }

    public static List<Integer> list(Integer... values) {
        return List.of(values);
    }

    public static int asInt(Object sent) {
        return (Integer) sent;
    }

    /** The second argument: for suspensions whose own value is of no use. */
    public static <T> T then(Object ignored, T value) {
        return value;
    }

    public static <T> T id(T value) {
        return value;
    }

    public static boolean noteBoolean(int id, boolean value) {
        log(id + ":" + value);
        return value;
    }

    public static byte noteByte(int id, byte value) {
        log(id + ":b" + value);
        return value;
    }

    public static short noteShort(int id, short value) {
        log(id + ":s" + value);
        return value;
    }

    public static char noteChar(int id, char value) {
        log(id + ":c" + (int) value);
        return value;
    }

    public static int noteInt(int id, int value) {
        log(id + ":" + value);
        return value;
    }

    public static long noteLong(int id, long value) {
        log(id + ":" + value + "L");
        return value;
    }

    public static float noteFloat(int id, float value) {
        log(id + ":" + value + "f");
        return value;
    }

    public static double noteDouble(int id, double value) {
        log(id + ":" + value);
        return value;
    }

    public static <T> T note(int id, T value) {
        log(id + ":" + show(value));
        return value;
    }

    /** A call with arguments of all sizes. */
    public static long mix(int a, long b, double c, Object d, byte e) {
        log("mix " + a + " " + b + " " + c + " " + show(d) + " " + e);
        return a * 31L + b + (long) c + e;
    }

    public static int sum(int... values) {
        return Arrays.stream(values).sum();
    }

    public static Shape shape(int choice) {
        return (choice & 1) == 0 ? new Circle(choice) : new Point(choice, 1);
    }

    public static @Nullable Resource open(int id) {
        log("open " + id);
        if (id % 5 == 0) {
            return null;
        }
        if (schedule.value(id + 1000) % 20 == 0) {
            throw new Oops("open " + id);
        }
        return new Resource(id);
    }

    public static Iterable<Integer> range(int end) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                log("hasNext " + next);
                return next < end;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
    }

    /** Notes a failure that a program has caught. */
    public static void caught(int id, Throwable failure) {
        log(id + " caught " + show(failure));
    }

    /** A value as the log has it: the same in every run. */
    public static String show(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Throwable failure) {
            boolean textVaries = failure instanceof NullPointerException
                    || failure instanceof ClassCastException
                    || failure instanceof IllegalStateException;
            if (failure instanceof Cancelled) {
                return "Cancelled";
            }
            if (failure instanceof Closing || failure.getClass().getSimpleName().equals("GeneratorExit")) {
                return "close";
            }
            StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
            if (!textVaries) {
                text.append('(').append(failure.getMessage()).append(')');
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                text.append(" suppressing ").append(show(suppressed));
            }
            return text.toString();
        }
        if (value.getClass().isArray()) {
            String text = Arrays.deepToString(new Object[] {value});
            return text.substring(1, text.length() - 1);
        }
        if (value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof List<?>
                || value instanceof Shape
                || value instanceof Tree
                || value instanceof Enum<?>
                || value instanceof Resource) {
            return value.getClass().isAnonymousClass() ? "anonymous " + value : typeName(value) + value;
        }
        return value.getClass().getSimpleName();
    }

    private static String typeName(Object value) {
        return value instanceof Number || value instanceof Character
                ? value.getClass().getSimpleName().charAt(0) + " "
                : "";
    }
}
