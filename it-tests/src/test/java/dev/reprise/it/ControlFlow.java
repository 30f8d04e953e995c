package dev.reprise.it;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/*
 * Nodes are the indices of instructions; an instruction in a try range also leads to the handler. Dominators by the
 * iterative scheme of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
 */
/** The graph of a method's instructions: depth-first order and dominators. */
final class ControlFlow {

    /** A step from one instruction to another. */
    record Edge(int from, int to) {}

    private static final int NONE = -1;

    private final List<Set<Integer>> successors;
    private final int[] postorder;
    private final int[] dominators;
    private final List<Integer> reversePostorder = new ArrayList<>();
    private final List<Edge> retreating = new ArrayList<>();

    private ControlFlow(List<Set<Integer>> successors) {
        this.successors = successors;
        postorder = new int[successors.size()];
        dominators = new int[successors.size()];
        Arrays.fill(postorder, NONE);
        Arrays.fill(dominators, NONE);
        if (!successors.isEmpty()) {
            walk();
            findDominators();
        }
    }

    static ControlFlow of(MethodNode method) {
        InsnList code = method.instructions;
        List<Set<Integer>> successors = new ArrayList<>();
        for (AbstractInsnNode node : code) {
            Set<Integer> next = new LinkedHashSet<>();
            targets(node).forEach(label -> next.add(code.indexOf(label)));
            if (fallsThrough(node) && node.getNext() != null) {
                next.add(code.indexOf(node.getNext()));
            }
            successors.add(next);
        }
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            for (int i = code.indexOf(range.start); i < code.indexOf(range.end); i++) {
                successors.get(i).add(code.indexOf(range.handler));
            }
        }
        return new ControlFlow(successors);
    }

    /** The steps that close a loop: each leads back to an instruction on the depth-first path to it. */
    List<Edge> retreatingEdges() {
        return retreating;
    }

    /** Whether every way to {@code node} leads over {@code over}. */
    boolean dominates(int over, int node) {
        int at = node;
        while (at != over && at != 0) {
            at = dominators[at];
        }
        return at == over;
    }

    private void walk() {
        boolean[] entered = new boolean[successors.size()];
        boolean[] onPath = new boolean[successors.size()];
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Iterator<Integer>> open = new ArrayDeque<>();
        path.push(0);
        open.push(successors.get(0).iterator());
        entered[0] = true;
        onPath[0] = true;
        while (!path.isEmpty()) {
            int at = path.element();
            if (open.element().hasNext()) {
                int next = open.element().next();
                if (onPath[next]) {
                    retreating.add(new Edge(at, next));
                } else if (!entered[next]) {
                    entered[next] = true;
                    onPath[next] = true;
                    path.push(next);
                    open.push(successors.get(next).iterator());
                }
            } else {
                path.pop();
                open.pop();
                onPath[at] = false;
                postorder[at] = reversePostorder.size();
                reversePostorder.add(at);
            }
        }
        Collections.reverse(reversePostorder);
    }

    private void findDominators() {
        List<List<Integer>> predecessors = new ArrayList<>();
        successors.forEach(ignored -> predecessors.add(new ArrayList<>()));
        for (int from : reversePostorder) {
            successors.get(from).forEach(to -> predecessors.get(to).add(from));
        }
        dominators[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int node : reversePostorder.subList(1, reversePostorder.size())) {
                int found = NONE;
                for (int before : predecessors.get(node)) {
                    if (dominators[before] != NONE) {
                        found = found == NONE ? before : meet(before, found);
                    }
                }
                if (dominators[node] != found) {
                    dominators[node] = found;
                    changed = true;
                }
            }
        }
    }

    private int meet(int one, int other) {
        int left = one;
        int right = other;
        while (left != right) {
            if (postorder[left] < postorder[right]) {
                left = dominators[left];
            } else {
                right = dominators[right];
            }
        }
        return left;
    }

    private static List<LabelNode> targets(AbstractInsnNode node) {
        if (node instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        List<LabelNode> targets = new ArrayList<>();
        if (node instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }

    private static boolean fallsThrough(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return opcode != Opcodes.GOTO
                && opcode != Opcodes.ATHROW
                && opcode != Opcodes.TABLESWITCH
                && opcode != Opcodes.LOOKUPSWITCH
                && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
    }
}
