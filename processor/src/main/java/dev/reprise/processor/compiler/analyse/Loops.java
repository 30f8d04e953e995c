package dev.reprise.processor.compiler.analyse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The loops of a method and how they nest.
 *
 * <p>A loop is named by the index of the first instruction of its header, the only place through which it is entered. A cycle with several entries
 * has no such place: it is not counted as a loop here, but loops inside and around it are.
 */
public final class Loops {
    /*
     * One depth-first walk that tags every instruction with the header of its innermost loop, after
     * T. Wei, J. Mao, W. Zou, Y. Chen: A New Algorithm for Identifying Loops in Decompilation, SAS 2007.
     * The walk keeps its own stack: methods have tens of thousands of instructions.
     */
    private static final int NONE = -1;

    private final Flow flow;
    private final int[] header;
    private final int[] pathPosition;
    private final BitSet visited = new BitSet();
    private final BitSet irreducible = new BitSet();
    private final BitSet headers = new BitSet();

    private Loops(Flow flow) {
        this.flow = flow;
        header = new int[flow.length()];
        pathPosition = new int[flow.length()];
        Arrays.fill(header, NONE);
    }

    static Loops of(Flow flow) {
        Loops loops = new Loops(flow);
        loops.walk();
        return loops;
    }

    /** First instructions of the loops around an instruction, the outermost loop first. */
    public List<Integer> around(int index) {
        List<Integer> chain = new ArrayList<>();
        int loop = headers.get(index) ? index : header[index];
        while (loop != NONE) {
            int first = firstInstruction(loop);
            if (!irreducible.get(loop) && !chain.contains(first)) {
                chain.add(first);
            }
            loop = header[loop];
        }
        Collections.reverse(chain);
        return chain;
    }

    /** Headers are labels; loops whose labels stand at the same instruction count as one. */
    private int firstInstruction(int index) {
        int first = index;
        while (flow.instruction(first).getOpcode() < 0) {
            first++;
        }
        return first;
    }

    private static final class Visit {
        final int node;
        final int[] next;
        int done;

        Visit(int node, int[] next) {
            this.node = node;
            this.next = next;
        }
    }

    private void walk() {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(0, 1));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.done == visit.next.length) {
                path.pop();
                pathPosition[visit.node] = 0;
                if (!path.isEmpty()) {
                    tag(path.peek().node, header[visit.node]);
                }
                continue;
            }
            int next = visit.next[visit.done++];
            if (!visited.get(next)) {
                path.push(enter(next, path.size() + 1));
            } else if (pathPosition[next] > 0) {
                headers.set(next);
                tag(visit.node, next);
            } else {
                reach(visit.node, next);
            }
        }
    }

    private Visit enter(int node, int position) {
        visited.set(node);
        pathPosition[node] = position;
        int[] normal = flow.successors(node);
        int[] handlers = flow.handlers(node);
        int[] next = Arrays.copyOf(normal, normal.length + handlers.length);
        System.arraycopy(handlers, 0, next, normal.length, handlers.length);
        return new Visit(node, next);
    }

    /** Reaches an instruction whose own walk is over: a loop around it that is still open is around {@code from} too. */
    private void reach(int from, int next) {
        int loop = header[next];
        while (loop != NONE) {
            if (pathPosition[loop] > 0) {
                tag(from, loop);
                return;
            }
            irreducible.set(loop);
            loop = header[loop];
        }
    }

    private void tag(int node, int loop) {
        if (node == loop || loop == NONE) {
            return;
        }
        int inner = node;
        int outer = loop;
        while (header[inner] != NONE) {
            int known = header[inner];
            if (known == outer) {
                return;
            }
            if (pathPosition[known] < pathPosition[outer]) {
                header[inner] = outer;
                inner = outer;
                outer = known;
            } else {
                inner = known;
            }
        }
        header[inner] = outer;
    }
}
