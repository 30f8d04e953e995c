package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.frame.GeneratorFrame;
import java.lang.reflect.Field;

// plain: no, there are no frames
/** Frames that were kept to be used again are let go when the generator ends, however it does. */
class SpareFramesGo {
    @Coroutine
    static Generator<Integer, Void, Void> tree(int depth) {
        if (depth > 0) {
            Generator.yieldFrom(tree(depth - 1));
            Generator.yield(depth);
            Generator.yieldFrom(tree(depth - 1));
            Generator.yield(-depth);
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> failing() {
        Generator.yieldFrom(tree(2));
        throw new IllegalStateException("broken");
    }

    static boolean keeps(Object frame) throws ReflectiveOperationException {
        Field spare = GeneratorFrame.class.getDeclaredField("spare");
        spare.setAccessible(true);
        return spare.get(frame) != null;
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        Generator<Integer, Void, Void> exhausted = tree(3);
        boolean kept = false;
        while (exhausted.hasNext()) {
            exhausted.next();
            kept |= keeps(exhausted);
        }
        System.out.println("kept on the way: " + kept + ", at the end: " + keeps(exhausted));

        Generator<Integer, Void, Void> closed = tree(3);
        while (!keeps(closed)) {
            closed.next();
        }
        closed.close();
        System.out.println("after close: " + keeps(closed));

        Generator<Integer, Void, Void> broken = failing();
        try {
            while (true) {
                broken.next();
            }
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + ": " + keeps(broken));
        }

        Generator<Integer, Void, Void> all = tree(3);
        all.forEachRemaining(value -> {});
        System.out.println("after forEachRemaining: " + keeps(all));
    }
}
// expect: kept on the way: true, at the end: false
// expect: after close: false
// expect: broken: false
// expect: after forEachRemaining: false
