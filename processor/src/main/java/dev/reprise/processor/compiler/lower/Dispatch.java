package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.Wrapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * How a resumed body finds its way to a suspension point without jumping into a loop: a point in a loop is reached
 * through the headers of the loops around it, the outermost first, and each header decides where to go on.
 */
public sealed interface Dispatch {

    /** The suspension points that are reached through here. */
    List<SuspensionPoint> points();

    /**
     * The end of the way: points that are restored alike, and part only when that is done.
     *
     * @param points those points, at least one
     */
    record Stop(List<SuspensionPoint> points) implements Dispatch {}

    /**
     * The method as a whole, or a loop in it.
     *
     * @param header index of the loop's first instruction, -1 for the method
     * @param next where to go on from there
     */
    record Hub(int header, List<Dispatch> next) implements Dispatch {

        @Override
        public List<SuspensionPoint> points() {
            return next.stream().flatMap(dispatch -> dispatch.points().stream()).toList();
        }

        /** The loops directly inside. */
        public List<Hub> loops() {
            List<Hub> loops = new ArrayList<>();
            for (Dispatch dispatch : next) {
                if (dispatch instanceof Hub loop) {
                    loops.add(loop);
                }
            }
            return loops;
        }
    }

    /** Whether the label is needed once the body has left the entry: a loop header or a stop goes by it. */
    static boolean goesByLabel(Hub hub) {
        return hub.next().stream()
                .anyMatch(next -> next instanceof Hub || next.points().size() > 1);
    }

    /** The ways of a whole method. */
    static Hub of(MethodAnalysis analysis, FrameLayout layout, Unboxing unboxing) {
        return hub(-1, analysis.points(), 0, point -> Restoring.of(point, layout, unboxing));
    }

    private static Hub hub(
            int header, List<SuspensionPoint> points, int depth, Function<SuspensionPoint, Restoring> restoring) {
        Map<Restoring, List<SuspensionPoint>> stops = new LinkedHashMap<>();
        Map<Integer, List<SuspensionPoint>> loops = new LinkedHashMap<>();
        for (SuspensionPoint point : points) {
            if (point.loops().size() == depth) {
                stops.computeIfAbsent(restoring.apply(point), r -> new ArrayList<>())
                        .add(point);
            } else {
                loops.computeIfAbsent(point.loops().get(depth), h -> new ArrayList<>())
                        .add(point);
            }
        }
        List<Dispatch> next = new ArrayList<>();
        stops.values().forEach(stop -> next.add(new Stop(stop)));
        loops.forEach((loop, inside) -> next.add(hub(loop, inside, depth + 1, restoring)));
        return new Hub(header, next);
    }

    /** What decides how a point is restored: its state, its stack, the form of the outcome, and the handlers of a failure. */
    record Restoring(SavedState state, List<Object> stack, Optional<Wrapper> outcome, List<TryCatchBlockNode> ranges) {
        static Restoring of(SuspensionPoint point, FrameLayout layout, Unboxing unboxing) {
            return new Restoring(layout.at(point), point.base(), unboxing.continuedAt(point), point.ranges());
        }
    }
}
