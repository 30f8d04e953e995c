package dev.reprise.it.fuzz;

import dev.reprise.it.KnownClasses;
import dev.reprise.it.fuzz.Runner.Observation;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the two forms of a compiled program under several schedules. */
final class Verdict {

    /** Kind of a failure that is not ours. */
    static final String JAVAC = "javac";

    private final Program program;
    private final Map<String, byte[]> plain = new HashMap<>();
    private final Map<String, byte[]> woven = new HashMap<>();

    /** How many runs were compared, and how often they suspended. */
    int runs;

    long suspensions;

    private Verdict(Program program) {
        this.program = program;
    }

    /** @param classes class files of both forms, by binary name */
    static Verdict of(Program program, Map<String, byte[]> classes) {
        Verdict verdict = new Verdict(program);
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
        for (Map.Entry<String, byte[]> entry : Map.copyOf(woven).entrySet()) {
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
            if (!(CoroutineCompiler.compile(new ClassBytes(internalName, entry.getValue()), known)
                            instanceof Outcome.Woven again)
                    || !sameBytes(done.classes(), again.classes())) {
                return Optional.of(new Failure("not deterministic", internalName));
            }
            for (ClassBytes made : done.classes()) {
                if (!(CoroutineCompiler.compile(made, known) instanceof Outcome.Unchanged)) {
                    return Optional.of(new Failure("not idempotent", made.name()));
                }
                woven.put(made.name().replace('/', '.'), made.bytes());
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
        for (List<Schedule> alike : schedules()) {
            Observation expected = Runner.plain(program, plain, alike.get(0));
            for (Schedule schedule : alike) {
                Observation seen = Runner.woven(program, woven, schedule);
                runs++;
                suspensions += seen.suspensions();
                if (!seen.sameAs(expected)) {
                    return Optional.of(new Failure("different", difference(schedule, expected, seen)));
                }
            }
        }
        return Optional.empty();
    }

    /** Schedules, in groups for which the plain form does the same. */
    private List<List<Schedule>> schedules() {
        List<List<Schedule>> groups = new ArrayList<>();
        if (program.family() == Program.Family.ASYNC) {
            for (int failures : new int[] {0, 15}) {
                groups.add(Arrays.stream(Schedule.Suspending.values())
                        .map(suspending -> new Schedule(program.seed(), suspending, failures, -1))
                        .toList());
            }
        } else {
            for (int closeAt : new int[] {-1, 1 + (int) Math.floorMod(program.seed() / 10, 4L)}) {
                for (int failures : new int[] {0, 15}) {
                    groups.add(List.of(new Schedule(program.seed(), Schedule.Suspending.ALWAYS, failures, closeAt)));
                }
            }
        }
        return groups;
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
