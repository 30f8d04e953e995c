package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.Wrapper;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the bodies in which nothing can run but themselves and the bodies they call directly: no other method of anybody. */
final class OwnCode {

    private static final Set<String> PURE_CLASSES = Set.of("java/lang/Math", "java/lang/StrictMath");

    private final MethodAnalysis analysis;
    private final DirectCalls calls;

    /** The calls that make what is awaited or returned, and those that wrap results: bodies do not have them. */
    private final Set<AbstractInsnNode> leftOut = new HashSet<>();

    private final Set<Coroutine> callees = new HashSet<>();

    private OwnCode(MethodAnalysis analysis, DirectCalls calls) {
        this.analysis = analysis;
        this.calls = calls;
    }

    /**
     * The coroutines of one class with such bodies.
     *
     * @param mayCall whether the first coroutine may call the second directly, if that has such a body, too
     */
    static Set<Coroutine> among(
            List<MethodAnalysis> analyses, DirectCalls calls, BiPredicate<Coroutine, Coroutine> mayCall) {
        Map<Coroutine, Set<Coroutine>> own = new HashMap<>();
        for (MethodAnalysis analysis : analyses) {
            OwnCode code = new OwnCode(analysis, calls);
            if (code.isAll() && code.callees.stream().allMatch(callee -> mayCall.test(analysis.coroutine(), callee))) {
                own.put(analysis.coroutine(), code.callees);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = own.values().removeIf(callees -> !own.keySet().containsAll(callees));
        }
        return own.keySet();
    }

    private boolean isAll() {
        Flow flow = analysis.flow();
        for (int i = 0; i < flow.length(); i++) {
            AbstractInsnNode node = flow.instruction(i);
            if (node.getOpcode() == Opcodes.ARETURN && !isEndWithoutAwait(i)) {
                return false;
            }
        }
        for (SuspensionPoint point : analysis.points()) {
            if (point.fused().isEmpty()) {
                return false;
            }
            leaveOut(point.index(), point.fused().get());
            leftOut.add(flow.instruction(point.index()));
        }
        for (int i = 0; i < flow.length(); i++) {
            if (runsOther(flow.instruction(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEndWithoutAwait(int areturn) {
        Ending ending = Ending.at(areturn, analysis, calls);
        if (ending instanceof Ending.Value value) {
            leftOut.add(value.wrapper());
        } else if (ending instanceof Ending.TailCall tail) {
            leaveOut(areturn, tail.callee());
        }
        return !(ending instanceof Ending.TailAwait);
    }

    private void leaveOut(int index, Coroutine callee) {
        analysis.flow().adjacentBefore(index).ifPresent(leftOut::add);
        callees.add(callee);
    }

    private boolean runsOther(AbstractInsnNode node) {
        if (leftOut.contains(node)) {
            return false;
        }
        if (node instanceof MethodInsnNode call) {
            return !PURE_CLASSES.contains(call.owner) && !isWrapping(call);
        }
        if (node instanceof FieldInsnNode field) {
            boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
            return isStatic && !field.owner.equals(analysis.coroutine().owner().name);
        }
        return node instanceof InvokeDynamicInsnNode
                || node.getOpcode() == Opcodes.NEW
                || node instanceof LdcInsnNode constant && constant.cst instanceof ConstantDynamic;
    }

    private static boolean isWrapping(MethodInsnNode call) {
        return Wrapper.boxedBy(call).isPresent()
                || Wrapper.named(call.owner)
                        .filter(wrapper -> wrapper.isUnboxing(call))
                        .isPresent();
    }
}
