package dev.reprise.it.foreign;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** What compilers of coroutines are known to stumble over; counted, so that a proof shows that it met them. */
enum Hazard {
    STACK("points with values on the operand stack beside the arguments of the call"),
    UNINITIALISED("points between a new and the call of its constructor"),
    TRY("points inside of a try"),
    FINALLY("points inside of a range whose handler catches everything, as finally does"),
    ARRAY_LOOP("loops over arrays of objects"),
    SUPER("calls of a method of super"),
    LAMBDA("bodies of lambdas"),
    INTERFACE("methods of interfaces"),
    LARGE("methods of more than 1000 instructions");

    private static final int MANY = 1000;

    private final String description;

    Hazard(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Counts those of a method before its points are written into it. */
    static void count(
            String owner,
            boolean inInterface,
            MethodNode method,
            List<AbstractInsnNode> points,
            Map<Hazard, Integer> counts) {
        Frame<BasicValue>[] frames = frames(owner, method);
        for (AbstractInsnNode point : points) {
            int index = method.instructions.indexOf(point);
            add(counts, STACK, frames[index] != null && beside(frames, index, point) > 0);
            add(counts, UNINITIALISED, isUninitialised(point));
            add(counts, TRY, covering(method, index, false));
            add(counts, FINALLY, covering(method, index, true));
        }
        for (AbstractInsnNode node : method.instructions) {
            add(counts, ARRAY_LOOP, node instanceof JumpInsnNode jump && isLoopOverObjects(method, jump));
            add(
                    counts,
                    SUPER,
                    node.getOpcode() == Opcodes.INVOKESPECIAL
                            && node instanceof MethodInsnNode call
                            && !call.owner.equals(owner)
                            && !call.name.equals("<init>"));
        }
        add(counts, LAMBDA, method.name.startsWith("lambda$"));
        add(counts, INTERFACE, inInterface);
        add(counts, LARGE, method.instructions.size() > MANY);
    }

    private static void add(Map<Hazard, Integer> counts, Hazard hazard, boolean occurs) {
        if (occurs) {
            counts.merge(hazard, 1, Integer::sum);
        }
    }

    private static Frame<BasicValue>[] frames(String owner, MethodNode method) {
        try {
            return new Analyzer<>(new BasicInterpreter()).analyze(owner, method);
        } catch (AnalyzerException e) {
            throw new AssertionError(owner + "." + method.name, e);
        }
    }

    /** Values on the stack that the instruction does not take. */
    private static int beside(Frame<BasicValue>[] frames, int index, AbstractInsnNode point) {
        Frame<BasicValue> after = new Frame<>(frames[index]);
        int before = after.getStackSize();
        try {
            after.execute(point, new BasicInterpreter());
        } catch (AnalyzerException e) {
            throw new AssertionError(e);
        }
        boolean pushes = point instanceof InvokeDynamicInsnNode
                || point instanceof MethodInsnNode call && !call.desc.endsWith(")V");
        return Math.min(before, after.getStackSize() - (pushes ? 1 : 0));
    }

    /** Looks back for a new whose constructor has not been called. */
    private static boolean isUninitialised(AbstractInsnNode point) {
        int constructors = 0;
        for (AbstractInsnNode node = point.getPrevious(); node != null; node = node.getPrevious()) {
            if (node instanceof MethodInsnNode call && call.name.equals("<init>")) {
                constructors++;
            } else if (node.getOpcode() == Opcodes.NEW && constructors-- == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean covering(MethodNode method, int index, boolean everything) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if ((block.type == null || !everything)
                    && method.instructions.indexOf(block.start) <= index
                    && index < method.instructions.indexOf(block.end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoopOverObjects(MethodNode method, JumpInsnNode jump) {
        if (method.instructions.indexOf(jump.label) > method.instructions.indexOf(jump)) {
            return false;
        }
        for (AbstractInsnNode node = jump.label; node != jump; node = node.getNext()) {
            if (node.getOpcode() == Opcodes.AALOAD) {
                return true;
            }
        }
        return false;
    }
}
