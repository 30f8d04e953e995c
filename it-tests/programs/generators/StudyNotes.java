package generators;

import static dev.reprise.it.program.Turns.run;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import dev.reprise.Scoped;
import dev.reprise.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

// plain: no, plain Java has no generators
/** What the study notes S-014 to S-031, S-087 to S-099 and S-122 to S-133 say of generators, as far as no program of the notes shows it. */
class StudyNotes {
    static final List<Object> TRAIL = new ArrayList<>();

    @Coroutine
    static Generator<Integer, Integer, String> adding(int start) {
        int sum = start;
        try {
            while (true) {
                Integer sent = Generator.yield(sum);
                if (sent == null) {
                    return Generator.end("sum " + sum);
                }
                sum += sent;
            }
        } catch (IllegalArgumentException e) {
            TRAIL.add("inner caught " + e.getMessage());
            Generator.yield(-1);
            return Generator.end("after " + e.getMessage());
        } finally {
            TRAIL.add("inner finally");
        }
    }

    @Coroutine
    static Generator<Integer, Integer, String> forwarding(int start) {
        try {
            String result = Generator.yieldFrom(adding(start));
            TRAIL.add("result " + result);
            Generator.yield(100);
            return Generator.end("forwarded");
        } catch (ArithmeticException e) {
            Generator.yield(-2);
            return Generator.end("caught " + e.getMessage());
        } finally {
            TRAIL.add("outer finally");
        }
    }

    @Coroutine
    static Generator<Object, Void, Void> effects() {
        int calls = 0;
        Generator.yield(TRAIL.add("effect " + ++calls));
        Generator.yield(TRAIL.add("effect " + ++calls));
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> spinning(Iterator<Integer> once) {
        for (int round = 1; round <= 3; round++) {
            Object result = Generator.yieldFrom(once);
            TRAIL.add("round " + round + " " + result);
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> dividing(int by) {
        Generator.yield(10 / by);
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Void, Void> guarding() {
        try {
            Generator.yieldFrom(dividing(0));
        } catch (ArithmeticException e) {
            Generator.yield("caught " + e.getMessage());
        }
        return Generator.end();
    }

    record Items(List<String> items) implements Iterable<String> {
        @Override
        @Coroutine
        public Iterator<String> iterator() {
            for (String item : items) {
                Generator.yield("<" + item + ">");
            }
            return Generator.end();
        }
    }

    @Coroutine
    static Generator<String, Void, Void> lamp() {
        TRAIL.add("on");
        try {
            Generator.yield("light");
        } catch (IllegalStateException e) {
            TRAIL.add("fuse: " + e.getMessage());
        } finally {
            TRAIL.add("off");
        }
        return Generator.end();
    }

    // ---- 000, 001

    static void s014_yieldGivesOutAndTakesIn() {
        Generator<Integer, Integer, String> g = adding(1);
        show("s014", g.next(), g.send(4));
    }

    static void s015_theFirstSendOfNullIsNextAndLaterOnesPassIn() {
        Generator<Integer, Integer, String> g = adding(5);
        show("s015", g.send(null), g.send(6), g.send(7));
    }

    static void s016_returnEnds() {
        Generator<Integer, Integer, String> g = adding(0);
        g.next();
        show("s016", ending(g), ending(g));
    }

    static void s017_closeEndsFromOutside() {
        try (Generator<Integer, Integer, String> g = adding(0)) {
            show("s017", g.next());
        }
        show("s017", TRAIL);
    }

    static void s020_aThreadOwnsAsManyAsItLikes() {
        int threads = Thread.activeCount();
        List<Generator<Integer, Integer, String>> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(adding(i));
        }
        long sum = 0;
        for (Generator<Integer, Integer, String> g : all) {
            sum += g.next();
        }
        show("s020", sum, Thread.activeCount() <= threads);
    }

    static void s021_aCallGivesAGeneratorAndRunsNothing() {
        Generator<Object, Void, Void> g = effects();
        show("s021", TRAIL, g.state());
    }

    static void s022_variablesAreKeptBetweenPulls() {
        Generator<Integer, Integer, String> g = adding(1);
        g.next();
        show("s022", g.send(1), g.send(1), g.send(1));
    }

    static void s023_nextOfTheIteratorIsNext() {
        Generator<Integer, Integer, String> g = adding(3);
        Iterator<Integer> same = g;
        show("s023", same.next(), same.hasNext(), g.result());
    }

    static void s024_aYieldedExpressionIsEvaluatedEachTime() {
        Generator<Object, Void, Void> g = effects();
        show("s024", g.next(), TRAIL, g.next(), TRAIL);
    }

    static void s025_theFirstAdvanceCannotSend() {
        Generator<Integer, Integer, String> g = adding(3);
        show("s025", failure(() -> g.send(1)), g.state(), g.next());
    }

    static void s029_theEndOfAnIteratorEndsTheDelegation() {
        show("s029", Sequence.from(spinning(List.of(1, 2).iterator())).toList(), TRAIL);
    }

    static void s030_anExhaustedIteratorIsNoEndOfTheLoopAroundIt() {
        show("s030", Sequence.from(spinning(List.<Integer>of().iterator())).toList(), TRAIL.size());
    }

    static void s031_aDelegatorOnlyForwards() {
        Generator<Integer, Integer, String> g = forwarding(1);
        show("s031", g.next(), g.send(2), g.send(3), g.send(null), ending(g), TRAIL);
    }

    // ---- 004

    static void s087_withIsTryWithResources() {
        try (Scoped<String> lamp = Scoped.of(lamp())) {
            show("s087", lamp.value(), TRAIL);
        }
        show("s087", TRAIL);
    }

    static void s088_theFailureOfTheBodyArrivesAtTheYield() {
        Scoped.use(lamp(), light -> {
            throw new IllegalStateException(light);
        });
        show("s088", TRAIL);
    }

    static void s090_aGeneratorExpressionComposes() {
        Sequence<Integer> odd = Sequence.from(adding(0)).take(1).chain(Sequence.of(1, 2, 3, 4, 5)).filter(i -> i % 2 == 1);
        show("s090", odd.map(i -> i * i).toList());
    }

    static void s094_anIterableIsNoIterator() {
        Iterable<String> items = new Items(List.of("a", "b"));
        Iterator<String> first = items.iterator();
        first.next();
        show("s094", first.next(), items.iterator().next(), first.hasNext(), failure(first::next));
    }

    static void s096_aFrameDoesNotNeedTheCallerThatMadeIt() throws InterruptedException {
        Generator<Integer, Integer, String> g = adding(20);
        Thread one = new Thread(() -> TRAIL.add(g.next()));
        one.start();
        one.join();
        Thread other = new Thread(() -> TRAIL.add(g.send(22)));
        other.start();
        other.join();
        show("s096", TRAIL, g.send(1));
    }

    @Coroutine
    static Async<Void> bar(boolean fails) {
        TRAIL.add(StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getMethodName)
                .limit(2)
                .collect(Collectors.toList())));
        if (fails) {
            throw new IllegalStateException("bar");
        }
        return Async.done();
    }

    @Coroutine
    static Async<Void> foo() {
        Async.await(bar(false));
        Async.await(turn());
        Async.await(bar(true));
        return Async.done();
    }

    static void s097_aFrameKnowsItsCaller() {
        try {
            run(foo());
        } catch (IllegalStateException e) {
            List<String> names = new ArrayList<>();
            for (StackTraceElement element : e.getStackTrace()) {
                if (element.getClassName().equals("generators.StudyNotes") && names.size() < 2) {
                    names.add(element.getMethodName());
                }
            }
            show("s097", TRAIL.get(0), names);
        }
    }

    static void s099_anIteratorMethodMayBeAGenerator() {
        for (String item : new Items(List.of("x", "y"))) {
            show("s099", item);
        }
    }

    static void s122_oneFunctionWithSeveralEntries() {
        Generator<Integer, Integer, String> g = adding(0);
        List<Object> lines = new ArrayList<>();
        g.next();
        lines.add(g.send(1));
        lines.add(g.throwInto(new IllegalArgumentException("x")));
        show("s122", lines, ending(g));
    }

    static void s125_valuesGoStraightThrough() {
        Generator<Integer, Integer, String> g = forwarding(7);
        show("s125", g.next(), g.send(8));
    }

    static void s126_theEndCarriesTheResult() {
        Generator<Integer, Integer, String> g = adding(8);
        g.next();
        show("s126", ending(g));
    }

    static void s127_theResultIsTheValueOfTheDelegation() {
        Generator<Integer, Integer, String> g = forwarding(9);
        g.next();
        show("s127", g.send(null), TRAIL);
    }

    static void s128_otherFailuresComeOutOfTheDelegation() {
        show("s128", guarding().next());
    }

    static void s129_whatIsThrownInGoesToTheInnermost() {
        Generator<Integer, Integer, String> g = forwarding(1);
        g.next();
        show("s129", g.throwInto(new IllegalArgumentException("in")), g.send(null), TRAIL);
        Generator<Integer, Integer, String> h = forwarding(1);
        h.next();
        show("s129", h.throwInto(new ArithmeticException("past it")), ending(h));
    }

    static void s130_closeGoesInwardsFirst() {
        Generator<Integer, Integer, String> g = forwarding(1);
        g.next();
        g.close();
        show("s130", TRAIL, g.state());
    }

    static void s133_states() {
        Generator<Integer, Integer, String> g = adding(1);
        TRAIL.add(g.state());
        g.next();
        TRAIL.add(g.state());
        g.close();
        show("s133", TRAIL, g.state());
    }

    // ----

    interface Pull {
        Object run();
    }

    static String failure(Pull pull) {
        try {
            return "no failure, " + pull.run();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    static Object ending(Generator<?, ?, ?> g) {
        try {
            return "no end, " + g.next();
        } catch (GeneratorEnd end) {
            return end.value();
        }
    }

    static void show(String number, Object... facts) {
        StringBuilder line = new StringBuilder(number);
        for (Object fact : facts) {
            line.append(' ').append(fact);
        }
        System.out.println(line);
    }

    interface Note {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Note> notes = List.of(
                StudyNotes::s014_yieldGivesOutAndTakesIn,
                StudyNotes::s015_theFirstSendOfNullIsNextAndLaterOnesPassIn,
                StudyNotes::s016_returnEnds,
                StudyNotes::s017_closeEndsFromOutside,
                StudyNotes::s020_aThreadOwnsAsManyAsItLikes,
                StudyNotes::s021_aCallGivesAGeneratorAndRunsNothing,
                StudyNotes::s022_variablesAreKeptBetweenPulls,
                StudyNotes::s023_nextOfTheIteratorIsNext,
                StudyNotes::s024_aYieldedExpressionIsEvaluatedEachTime,
                StudyNotes::s025_theFirstAdvanceCannotSend,
                StudyNotes::s029_theEndOfAnIteratorEndsTheDelegation,
                StudyNotes::s030_anExhaustedIteratorIsNoEndOfTheLoopAroundIt,
                StudyNotes::s031_aDelegatorOnlyForwards,
                StudyNotes::s087_withIsTryWithResources,
                StudyNotes::s088_theFailureOfTheBodyArrivesAtTheYield,
                StudyNotes::s090_aGeneratorExpressionComposes,
                StudyNotes::s094_anIterableIsNoIterator,
                StudyNotes::s096_aFrameDoesNotNeedTheCallerThatMadeIt,
                StudyNotes::s097_aFrameKnowsItsCaller,
                StudyNotes::s099_anIteratorMethodMayBeAGenerator,
                StudyNotes::s122_oneFunctionWithSeveralEntries,
                StudyNotes::s125_valuesGoStraightThrough,
                StudyNotes::s126_theEndCarriesTheResult,
                StudyNotes::s127_theResultIsTheValueOfTheDelegation,
                StudyNotes::s128_otherFailuresComeOutOfTheDelegation,
                StudyNotes::s129_whatIsThrownInGoesToTheInnermost,
                StudyNotes::s130_closeGoesInwardsFirst,
                StudyNotes::s133_states);
        for (Note note : notes) {
            TRAIL.clear();
            note.run();
        }
    }
}
// expect: s014 1 5
// expect: s015 5 11 18
// expect: s016 sum 0 null
// expect: s017 0
// expect: s017 [inner finally]
// expect: s020 49995000 true
// expect: s021 [] CREATED
// expect: s022 2 3 4
// expect: s023 3 false sum 3
// expect: s024 true [effect 1, effect 2] true [effect 1, effect 2]
// expect: s025 IllegalStateException CREATED 3
// expect: s029 [1, 2] [round 1 null, round 2 null, round 3 null]
// expect: s030 [] 3
// expect: s031 1 3 6 100 forwarded [inner finally, result sum 6, outer finally]
// expect: s087 light [on]
// expect: s087 [on, off]
// expect: s088 [on, fuse: light, off]
// expect: s090 [1, 9, 25]
// expect: s094 <b> <a> false GeneratorEnd
// expect: s096 [20, 42] 43
// expect: s097 [bar, foo] [bar, foo]
// expect: s099 <x>
// expect: s099 <y>
// expect: s122 [1, -1] after x
// expect: s125 7 15
// expect: s126 sum 8
// expect: s127 100 [inner finally, result sum 9]
// expect: s128 caught / by zero
// expect: s129 -1 100 [inner caught in, inner finally, result after in]
// expect: s129 -2 caught past it
// expect: s130 [inner finally, outer finally] CLOSED
// expect: s133 [CREATED, SUSPENDED, inner finally] CLOSED
