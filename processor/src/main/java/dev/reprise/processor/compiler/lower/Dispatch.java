package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a resumed body finds its way to a suspension point without jumping into a loop: a point in a loop is reached
 * through the headers of the loops around it, the outermost first, and each header decides where to go on.
 */
public sealed interface Dispatch {

    /** The suspension points that are reached through here. */
    List<SuspensionPoint> points();

    /** The end of the way. */
    record Point(SuspensionPoint point) implements Dispatch {
        @Override
        public List<SuspensionPoint> points() {
            return List.of(point);
        }
    }

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

    /** The ways of a whole method. */
    static Hub of(MethodAnalysis analysis) {
        return hub(-1, analysis.points(), 0);
    }

    private static Hub hub(int header, List<SuspensionPoint> points, int depth) {
        List<Dispatch> next = new ArrayList<>();
        Map<Integer, List<SuspensionPoint>> inner = new LinkedHashMap<>();
        for (SuspensionPoint point : points) {
            if (point.loops().size() == depth) {
                next.add(new Point(point));
            } else {
                inner.computeIfAbsent(point.loops().get(depth), h -> new ArrayList<>())
                        .add(point);
            }
        }
        inner.forEach((loop, inside) -> next.add(hub(loop, inside, depth + 1)));
        return new Hub(header, next);
    }
}
