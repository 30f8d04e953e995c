package dev.reprise.it.fuzz;

import dev.reprise.it.KnownClasses;
import dev.reprise.it.fuzz.Runner.Observation;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Compares the two forms of a compiled program under several schedules. */
final class Verdict {

    /** Kind of a failure that is not ours. */
    static final String JAVAC = "javac";

    /** Of so many programs one is also compiled a second time, and what came out once more. */
    private static final int REPEATED = 7;

    /** In how many ways each program is run. */
    private static final int WAYS = 6;

    private final Program program;
    private final Function<ClassBytes, byte[]> spoiling;
    private final Map<String, byte[]> plain = new TreeMap<>();
    private final Map<String, byte[]> woven = new TreeMap<>();

    /** How many runs were compared, and how often they suspended. */
    int runs;

    long suspensions;

    private Verdict(Program program, Function<ClassBytes, byte[]> spoiling) {
        this.program = program;
        this.spoiling = spoiling;
    }

    /** @param classes class files of both forms, by binary name */
    static Verdict of(Program program, Map<String, byte[]> classes) {
        return of(program, classes, ClassBytes::bytes);
    }

    /** @param spoiling what is done to what the compiler has made */
    static Verdict of(Program program, Map<String, byte[]> classes, Function<ClassBytes, byte[]> spoiling) {
        Verdict verdict = new Verdict(program, spoiling);
        classes.forEach((name, bytes) -> {
            if (belongs(name, program.plainName())) {
                verdict.plain.put(name, bytes);
            } else if (belongs(name, program.wovenName())) {
                verdict.woven.put(name, bytes);
            }
        });
        return verdict;
    }

    private static boolean belongs(String className, String outer) {
        return className.equals(outer) || className.startsWith(outer + "$");
    }

    /** The first thing found wrong. */
    Optional<Failure> find() {
        try {
            Optional<Failure> failure = weave();
            if (failure.isPresent()) {
                return failure;
            }
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(new Failure("compiler crash " + e.getClass().getSimpleName() + at(e), text(e)));
        }
        if (!isVerified()) {
            return Optional.of(new Failure(JAVAC, "the JVM refuses the plain form"));
        }
        try {
            return compare();
        } catch (VerifyError | ClassFormatError e) {
            String message = String.valueOf(e.getMessage());
            return Optional.of(new Failure(
                    e.getClass().getSimpleName() + " "
                            + message.lines().findFirst().orElse(""),
                    message));
        } catch (LinkageError | AssertionError e) {
            return Optional.of(new Failure(e.getClass().getSimpleName() + at(e), text(e)));
        }
    }

    /** Whether all classes of the plain form pass the verifier: javac 17 writes some that do not. */
    private boolean isVerified() {
        MemoryLoader loader = new MemoryLoader(plain);
        try {
            for (String name : plain.keySet()) {
                Class.forName(name, true, loader);
            }
        } catch (VerifyError e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return true;
    }

    private Optional<Failure> weave() {
        KnownClasses known = new KnownClasses(Map.copyOf(woven));
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(woven).entrySet()) {
            String internalName = entry.getKey().replace('.', '/');
            Outcome outcome = CoroutineCompiler.compile(new ClassBytes(internalName, entry.getValue()), known);
            if (outcome instanceof Outcome.Refused refused) {
                return Optional.of(new Failure(
                        "refused " + refused.problems().get(0).kind(),
                        refused.problems().toString()));
            }
            if (!(outcome instanceof Outcome.Woven done)) {
                continue;
            }
            if (program.seed() % REPEATED == 0) {
                Optional<Failure> failure = again(entry.getValue(), known, done);
                if (failure.isPresent()) {
                    return failure;
                }
            }
            done.classes().forEach(made -> woven.put(made.name().replace('/', '.'), spoiling.apply(made)));
        }
        return Optional.empty();
    }

    /** Whether the same input gives the same output, and the output is left alone. */
    private static Optional<Failure> again(byte[] input, KnownClasses known, Outcome.Woven done) {
        String name = done.classes().get(0).name();
        if (!(CoroutineCompiler.compile(new ClassBytes(name, input), known) instanceof Outcome.Woven again)
                || !sameBytes(done.classes(), again.classes())) {
            return Optional.of(new Failure("not deterministic", name));
        }
        for (ClassBytes made : done.classes()) {
            if (!(CoroutineCompiler.compile(made, known) instanceof Outcome.Unchanged)) {
                return Optional.of(new Failure("not idempotent", made.name()));
            }
        }
        return Optional.empty();
    }

    private static boolean sameBytes(List<ClassBytes> one, List<ClassBytes> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!Arrays.equals(one.get(i).bytes(), other.get(i).bytes())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Failure> compare() {
        int suspended = 0;
        for (List<Schedule> alike : schedules()) {
            Observation expected = Runner.plain(program, plain, alike.get(0));
            suspended = Math.max(suspended, expected.suspensions());
            Optional<Failure> failure = compare(alike, expected);
            if (failure.isPresent()) {
                return failure;
            }
        }
        if (program.family() == Program.Family.ASYNC && !program.isOnLoop() && suspended > 0) {
            for (Schedule cancelling : cancelling(suspended)) {
                Optional<Failure> failure = compare(List.of(cancelling), Runner.plain(program, plain, cancelling));
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> compare(List<Schedule> alike, Observation expected) {
        for (Schedule schedule : alike) {
            Observation seen = Runner.woven(program, woven, schedule);
            runs++;
            suspensions += seen.suspensions();
            if (!seen.sameAs(expected)) {
                return Optional.of(new Failure("different", difference(schedule, expected, seen)));
            }
        }
        return Optional.empty();
    }

    /** Schedules that cancel the coroutine at one of its suspensions. */
    private List<Schedule> cancelling(int suspensions) {
        return IntStream.range(0, 3)
                .mapToObj(way -> new Schedule(
                        seed(way),
                        way == 0 ? Schedule.Suspending.ALWAYS : Schedule.Suspending.SOMETIMES,
                        way == 2 ? 15 : 0,
                        -1,
                        Math.floorMod((int) program.seed() * 7919 + way * 31, suspensions)))
                .toList();
    }

    /** Schedules, in groups for which the plain form does the same. */
    private List<List<Schedule>> schedules() {
        boolean isAsync = program.family() == Program.Family.ASYNC;
        return IntStream.range(0, WAYS)
                .mapToObj(way -> isAsync ? ofCoroutine(way) : List.of(ofGenerator(way)))
                .flatMap(alike -> apart(alike).stream())
                .toList();
    }

    private List<Schedule> ofCoroutine(int way) {
        List<Schedule.Suspending> suspending = way == 0
                ? List.of(Schedule.Suspending.values())
                : List.of(way % 3 == 0 ? Schedule.Suspending.SOMETIMES : Schedule.Suspending.ALWAYS);
        return suspending.stream()
                .map(when -> new Schedule(seed(way), when, failures(way), -1, -1))
                .toList();
    }

    /** What a cancelled scope does depends on what suspends, so there each schedule is by itself. */
    private List<List<Schedule>> apart(List<Schedule> alike) {
        return program.isOnLoop() ? alike.stream().map(List::of).toList() : List.of(alike);
    }

    private Schedule ofGenerator(int way) {
        int closeAt = way < 3 ? -1 : 1 + (int) Math.floorMod(program.seed() / 10 + way, 6L);
        return new Schedule(seed(way), Schedule.Suspending.ALWAYS, failures(way), closeAt, -1);
    }

    /** The seed of what a run decides; not the same one twice, so that other branches are taken. */
    private long seed(int way) {
        return program.seed() + way * 1_000_003L;
    }

    private static int failures(int way) {
        return way % 2 == 0 ? 0 : way == 1 ? 15 : 30;
    }

    private static String difference(Schedule schedule, Observation expected, Observation seen) {
        List<String> left = expected.trace().lines().toList();
        List<String> right = seen.trace().lines().toList();
        int same = 0;
        while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
            same++;
        }
        return schedule + "\nplain: " + expected.outcome() + "\nwoven: " + seen.outcome() + "\nequal steps: " + same
                + "\nplain then: " + left.subList(same, Math.min(left.size(), same + 5)) + "\nwoven then: "
                + right.subList(same, Math.min(right.size(), same + 5));
    }

    private static String at(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0].getClassName() + "." + trace[0].getMethodName();
    }

    private static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(15).reduce("", (a, b) -> a + b + "\n");
    }
}
