package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

// plain: no, plain Java has no generators
/** Behaviours: generators. */
class A001ToA017 {
    static final List<String> TRAIL = new ArrayList<>();

    @Coroutine
    static Generator<Integer, Integer, String> counter(int to) {
        TRAIL.add("started");
        try {
            for (int i = 1; i <= to; i++) {
                Integer sent = Generator.yield(i);
                TRAIL.add("got " + sent);
            }
            return Generator.end("counted");
        } finally {
            TRAIL.add("finally");
        }
    }

    @Coroutine
    static Generator<Object, Generator<?, ?, ?>, Object> nosy() {
        Generator<?, ?, ?> me = Generator.yield("who am I");
        String state = me.state().name();
        try {
            me.next();
        } catch (IllegalStateException e) {
            Generator.yield(state + ", " + e.getMessage());
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<String, Void, Void> catching() {
        while (true) {
            try {
                Generator.yield("ready");
            } catch (IllegalArgumentException e) {
                Generator.yield("caught " + e.getMessage());
            }
        }
    }

    @Coroutine
    static Generator<Integer, Void, Void> stubborn() {
        try {
            Generator.yield(1);
        } finally {
            Generator.yield(2);
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> careless(Iterator<Integer> exhausted) {
        Generator.yield(1);
        Generator.yield(exhausted.next());
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Integer, String> operands() {
        return Generator.end(say("a") + Generator.<Integer>yield(1) + say("b") + Generator.<Integer>yield(2) + say("c"));
    }

    @Coroutine
    static Generator<String, Void, Void> suppressing() {
        try {
            Generator.yield("resource");
        } catch (IllegalArgumentException e) {
            TRAIL.add("swallowed " + e.getMessage());
        }
        return Generator.end();
    }

    static String say(String text) {
        TRAIL.add(text);
        return text;
    }

    static void a001_aCallRunsNothing() {
        Generator<Integer, Integer, String> g = counter(2);
        log("a001 " + TRAIL);
        log("a001 " + g.next() + " " + TRAIL);
    }

    static void a002_theEndIsSignalledAgainAndAgain() {
        Generator<Integer, Integer, String> g = counter(0);
        for (int i = 0; i < 3; i++) {
            log("a002 " + outcome(g::next));
        }
    }

    static void a003_aYieldIsWhatIsSent() {
        Generator<Integer, Integer, String> g = counter(3);
        g.next();
        log("a003 " + g.send(77) + " " + TRAIL);
    }

    static void a004_nothingIsSentToTheUnstarted() {
        Generator<Integer, Integer, String> g = counter(1);
        log("a004 " + outcome(() -> g.send(1)) + " " + g.state() + " " + g.next());
    }

    static void a005_sendingNullIsNext() {
        Generator<Integer, Integer, String> g = counter(2);
        log("a005 " + g.send(null) + " " + g.send(null) + " " + TRAIL);
    }

    static void a006_theEndCarriesTheResultOnce() {
        Generator<Integer, Integer, String> g = counter(0);
        for (int i = 0; i < 2; i++) {
            try {
                g.next();
            } catch (GeneratorEnd end) {
                log("a006 " + end.value());
            }
        }
    }

    static void a007_states() {
        Generator<Object, Generator<?, ?, ?>, Object> g = nosy();
        String states = "a007 " + g.state();
        g.next();
        states += " " + g.state() + " " + g.send(g).toString().split(",")[0];
        log(states + " " + g.hasNext() + " " + g.state());
    }

    static void a008_aBodyMayNotPullItself() {
        Generator<Object, Generator<?, ?, ?>, Object> g = nosy();
        g.next();
        log("a008 " + g.send(g).toString().contains("is already executing") + " " + g.hasNext());
    }

    static void a009_aFailureThrownInIsCaught() {
        Generator<String, Void, Void> g = catching();
        log("a009 " + g.next() + " " + g.throwInto(new IllegalArgumentException("it")) + " " + g.next());
    }

    static void a010_aFailureThrownInComesOut() {
        Generator<Integer, Integer, String> g = counter(2);
        g.next();
        Exception failure = new Exception();
        try {
            g.throwInto(failure);
        } catch (Exception e) {
            log("a010 " + (e == failure) + " " + TRAIL + " " + outcome(g::next));
        }
    }

    static void a011_closeRunsFinally() {
        Generator<Integer, Integer, String> g = counter(2);
        g.next();
        g.close();
        g.close();
        log("a011 " + TRAIL + " " + g.state());
    }

    static void a012_closeOfTheUnstartedRunsNothing() {
        Generator<Integer, Integer, String> g = counter(2);
        g.close();
        log("a012 " + TRAIL + " " + g.state());
    }

    static void a013_anIgnoredCloseIsAnError() {
        Generator<Integer, Void, Void> g = stubborn();
        g.next();
        log("a013 " + outcome(() -> {
            g.close();
            return "closed";
        }));
    }

    static void a014_theEndOfAnotherIsNotOurs() {
        Generator<Integer, Void, Void> g = careless(List.<Integer>of().iterator());
        g.next();
        log("a014 " + outcome(g::next) + " " + outcome(g::next));
        Generator<Integer, Integer, String> ended = counter(0);
        ended.hasNext();
        Generator<Integer, Void, Void> h = careless(ended);
        h.next();
        log("a014 " + outcome(h::next) + " " + outcome(h::next));
    }

    static void a015_operandsSurvive() {
        Generator<Integer, Integer, String> g = operands();
        g.next();
        g.send(10);
        try {
            g.send(20);
        } catch (GeneratorEnd end) {
            log("a015 " + end.value() + " " + TRAIL);
        }
    }

    static void a016_leavingEarlyRunsFinallyOnce() {
        try (Generator<Integer, Integer, String> g = counter(5)) {
            g.next();
            g.next();
        }
        log("a016 " + TRAIL);
    }

    static void a017_theFailureOfTheBodyArrivesAtTheYield() {
        Generator<String, Void, Void> g = suppressing();
        g.next();
        log("a017 " + outcome(() -> g.throwInto(new IllegalArgumentException("it"))) + " " + TRAIL);
    }

    interface Pull {
        Object run() throws Exception;
    }

    static String outcome(Pull pull) {
        try {
            return String.valueOf(pull.run());
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    static void log(String line) {
        System.out.println(line);
    }

    public static void main(String[] args) {
        List<Runnable> behaviours = List.of(
                A001ToA017::a001_aCallRunsNothing,
                A001ToA017::a002_theEndIsSignalledAgainAndAgain,
                A001ToA017::a003_aYieldIsWhatIsSent,
                A001ToA017::a004_nothingIsSentToTheUnstarted,
                A001ToA017::a005_sendingNullIsNext,
                A001ToA017::a006_theEndCarriesTheResultOnce,
                A001ToA017::a007_states,
                A001ToA017::a008_aBodyMayNotPullItself,
                A001ToA017::a009_aFailureThrownInIsCaught,
                A001ToA017::a010_aFailureThrownInComesOut,
                A001ToA017::a011_closeRunsFinally,
                A001ToA017::a012_closeOfTheUnstartedRunsNothing,
                A001ToA017::a013_anIgnoredCloseIsAnError,
                A001ToA017::a014_theEndOfAnotherIsNotOurs,
                A001ToA017::a015_operandsSurvive,
                A001ToA017::a016_leavingEarlyRunsFinallyOnce,
                A001ToA017::a017_theFailureOfTheBodyArrivesAtTheYield);
        for (Runnable behaviour : behaviours) {
            TRAIL.clear();
            behaviour.run();
        }
    }
}
// expect: a001 []
// expect: a001 1 [started]
// expect: a002 GeneratorEnd
// expect: a002 GeneratorEnd
// expect: a002 GeneratorEnd
// expect: a003 2 [started, got 77]
// expect: a004 IllegalStateException CREATED 1
// expect: a005 1 2 [started, got null]
// expect: a006 counted
// expect: a006 null
// expect: a007 CREATED SUSPENDED RUNNING false CLOSED
// expect: a008 true false
// expect: a009 ready caught it ready
// expect: a010 true [started, finally] GeneratorEnd
// expect: a011 [started, finally] CLOSED
// expect: a012 [] CLOSED
// expect: a013 IllegalStateException
// expect: a014 NoSuchElementException GeneratorEnd
// expect: a014 IllegalStateException GeneratorEnd
// expect: a015 a10b20c [a, b, c]
// expect: a016 [started, got null, finally]
// expect: a017 GeneratorEnd [swallowed it]
