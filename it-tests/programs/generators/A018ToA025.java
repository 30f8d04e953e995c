package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

// plain: no, plain Java has no generators
/** Behaviours: delegation. */
class A018ToA025 {
    static final List<String> TRAIL = new ArrayList<>();

    @Coroutine
    static Generator<Integer, Integer, String> sub() {
        try {
            for (int i = 1; i < 3; i++) {
                try {
                    Integer sent = Generator.yield(i);
                    TRAIL.add("sub got " + sent);
                } catch (IllegalArgumentException e) {
                    TRAIL.add("sub caught");
                    Generator.yield(-1);
                }
            }
            return Generator.end("sub's result");
        } finally {
            TRAIL.add("sub's finally");
        }
    }

    @Coroutine
    static Generator<Object, Integer, String> delegator(Generator<?, Integer, ?> sub) {
        TRAIL.add("before");
        try {
            Object result = Generator.yieldFrom(sub);
            TRAIL.add("after " + result);
            Generator.yield("own");
        } catch (IllegalStateException e) {
            TRAIL.add("delegator caught " + e.getMessage());
            Generator.yield("mended");
        } finally {
            TRAIL.add("delegator's finally");
        }
        return Generator.end("delegator's result");
    }

    @Coroutine
    static Generator<Integer, Integer, Void> failing() {
        Generator.yield(1);
        throw new IllegalStateException("sub failed");
    }

    @Coroutine
    static Generator<Object, Object, Object> plain(Iterator<?> iterator) {
        Object result;
        try {
            result = Generator.yieldFrom(iterator);
        } catch (IllegalStateException e) {
            result = "nothing can be sent to an iterator";
        }
        Generator.yield(result);
        return Generator.end();
    }

    static void a018_valuesPassThrough() {
        Generator<Object, Integer, String> g = delegator(sub());
        log("a018 " + g.next() + " " + g.next() + " " + TRAIL);
        log("a018 " + g.next() + " " + TRAIL);
    }

    static void a019_theValueIsTheResultOfTheSub() {
        Generator<Object, Integer, String> g = delegator(sub());
        g.forEachRemaining(each -> {});
        log("a019 " + TRAIL.contains("after sub's result") + " " + g.result());
    }

    static void a020_whatIsSentArrivesInTheSub() {
        Generator<Object, Integer, String> g = delegator(sub());
        g.next();
        g.send(5);
        g.send(null);
        log("a020 " + TRAIL);
    }

    static void a021_anIteratorIsSentNothing() {
        Generator<Object, Object, Object> g = plain(List.of(1, 2, 3).iterator());
        log("a021 " + g.next() + " " + g.send(null) + " " + g.send("x"));
    }

    static void a022_theSubCatchesFirst() {
        Generator<Object, Integer, String> g = delegator(sub());
        g.next();
        log("a022 " + g.throwInto(new IllegalArgumentException()) + " " + g.next() + " " + TRAIL);
    }

    static void a023_aFailureOfTheSubIsRaisedAtTheDelegation() {
        Generator<Object, Integer, String> g = delegator(failing());
        log("a023 " + g.next() + " " + g.next() + " " + TRAIL + " " + g.hasNext() + " " + g.result());
    }

    static void a024_theInnermostIsClosedFirst() {
        Generator<Object, Integer, String> g = delegator(delegator(sub()));
        g.next();
        TRAIL.clear();
        g.close();
        log("a024 " + TRAIL + " " + g.state());
    }

    static void a025_ofTheExhaustedThereIsNothing() {
        Iterator<Integer> exhausted = List.<Integer>of().iterator();
        Generator<Object, Object, Object> g = plain(exhausted);
        log("a025 " + g.next() + " " + g.hasNext());
        Generator<Integer, Integer, String> ended = sub();
        ended.close();
        TRAIL.clear();
        Generator<Object, Integer, String> h = delegator(ended);
        log("a025 " + h.next() + " " + TRAIL);
    }

    static void log(String line) {
        System.out.println(line);
    }

    public static void main(String[] args) {
        List<Runnable> behaviours = List.of(
                A018ToA025::a018_valuesPassThrough,
                A018ToA025::a019_theValueIsTheResultOfTheSub,
                A018ToA025::a020_whatIsSentArrivesInTheSub,
                A018ToA025::a021_anIteratorIsSentNothing,
                A018ToA025::a022_theSubCatchesFirst,
                A018ToA025::a023_aFailureOfTheSubIsRaisedAtTheDelegation,
                A018ToA025::a024_theInnermostIsClosedFirst,
                A018ToA025::a025_ofTheExhaustedThereIsNothing);
        for (Runnable behaviour : behaviours) {
            TRAIL.clear();
            behaviour.run();
        }
    }
}
// expect: a018 1 2 [before, sub got null]
// expect: a018 own [before, sub got null, sub got null, sub's finally, after sub's result]
// expect: a019 true delegator's result
// expect: a020 [before, sub got 5, sub got null, sub's finally, after sub's result]
// expect: a021 1 2 nothing can be sent to an iterator
// expect: a022 -1 2 [before, sub caught]
// expect: a023 1 mended [before, delegator caught sub failed] false delegator's result
// expect: a024 [sub's finally, delegator's finally, delegator's finally] CLOSED
// expect: a025 null false
// expect: a025 own [before, after null]
