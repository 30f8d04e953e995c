package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.analyse.ValueTypes;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import dev.reprise.processor.compiler.read.UnsupportedCodeException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Moves an allocation behind the arguments of its constructor where an argument suspends, because an object that is not
 * initialised cannot be kept in a frame.
 *
 * <p>{@code new P(await(x))} is compiled as {@code NEW P, DUP, <argument>, INVOKESPECIAL}. The allocation is left in its
 * place and dropped at once, so that class P is still initialised before its arguments are computed; a second one
 * follows the arguments.
 */
public final class NewSinking {

    private final MethodNode method;
    private final ValueTypes types;
    private final Flow flow;
    private final int firstTemporary;

    private NewSinking(Coroutine coroutine) {
        method = coroutine.method();
        flow = Flow.of(method);
        types = ValueTypes.of(coroutine.owner().name, method, flow);
        firstTemporary = method.maxLocals;
    }

    /** Rewrites the method in place. */
    public static void apply(Coroutine coroutine) {
        if (!allocates(coroutine.method())) {
            return;
        }
        NewSinking sinking = new NewSinking(coroutine);
        Set<Object> suspended = sinking.allocationsAcrossSuspension();
        if (!suspended.isEmpty()) {
            sinking.sink(suspended);
        }
    }

    private static boolean allocates(MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (node.getOpcode() == Opcodes.NEW) {
                return true;
            }
        }
        return false;
    }

    /** The types of the objects that are there, not initialised, at a suspending call. */
    private Set<Object> allocationsAcrossSuspension() {
        Set<Object> found = new HashSet<>();
        for (int i = 0; i < flow.length(); i++) {
            Optional<TypeState> state = types.before(i);
            if (state.isPresent() && SuspendingCall.of(flow.instruction(i)).isPresent()) {
                Stream.concat(state.get().stack().stream(), state.get().locals().stream())
                        .filter(TypeState::isUninitialized)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private void sink(Set<Object> suspended) {
        for (Object type : suspended) {
            method.instructions.insert(flow.instruction(types.allocation(type)), new InsnNode(Opcodes.POP));
        }
        for (int i = 0; i < flow.length(); i++) {
            AbstractInsnNode node = flow.instruction(i);
            if (node instanceof FrameNode frame) {
                forget(frame, suspended);
            } else if (node instanceof MethodInsnNode call && call.name.equals("<init>")) {
                constructAt(i, call, suspended);
            } else if (movesOneOf(suspended, i)) {
                method.instructions.remove(node);
            } else {
                requireUntouched(suspended, i);
            }
        }
    }

    private static void forget(FrameNode frame, Set<Object> suspended) {
        Predicate<Object> isSuspended = type -> type instanceof LabelNode label && suspended.contains(label.getLabel());
        if (frame.stack != null) {
            frame.stack = frame.stack.stream().filter(isSuspended.negate()).toList();
        }
        if (frame.local != null) {
            frame.local = frame.local.stream()
                    .map(type -> isSuspended.test(type) ? Opcodes.TOP : type)
                    .toList();
        }
    }

    /** Whether the instruction copies such an object: on the stack, or, as javac does around a switch, into a variable. */
    private boolean movesOneOf(Set<Object> suspended, int index) {
        AbstractInsnNode node = flow.instruction(index);
        Optional<TypeState> state = types.before(index);
        if (state.isEmpty()) {
            return false;
        }
        List<Object> stack = state.get().stack();
        return switch (node.getOpcode()) {
            case Opcodes.DUP, Opcodes.ASTORE -> suspended.contains(stack.get(stack.size() - 1));
            case Opcodes.ALOAD -> suspended.contains(state.get().local(((VarInsnNode) node).var));
            default -> false;
        };
    }

    /** What other instructions may do with an object that is not initialised is to compare it or to shuffle the stack. */
    private void requireUntouched(Set<Object> suspended, int index) {
        int reach = switch (flow.instruction(index).getOpcode()) {
            case Opcodes.POP,
                    Opcodes.DUP,
                    Opcodes.IFNULL,
                    Opcodes.IFNONNULL,
                    Opcodes.MONITORENTER,
                    Opcodes.MONITOREXIT -> 1;
            case Opcodes.SWAP, Opcodes.POP2, Opcodes.DUP2, Opcodes.DUP_X1, Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE -> 2;
            case Opcodes.DUP_X2, Opcodes.DUP2_X1 -> 3;
            case Opcodes.DUP2_X2 -> 4;
            default -> 0;
        };
        List<Object> stack = reach == 0
                ? List.of()
                : types.before(index).map(TypeState::stack).orElse(List.of());
        int slots = 0;
        for (int i = stack.size() - 1; i >= 0 && slots < reach; i--) {
            if (suspended.contains(stack.get(i))) {
                throw unknownShape(index);
            }
            slots += TypeState.isWide(stack.get(i)) ? 2 : 1;
        }
    }

    private UnsupportedCodeException unknownShape(int index) {
        return new UnsupportedCodeException(
                "an object whose constructor has not been called lies at a suspension point and is copied or compared in a"
                        + " way that no Java compiler writes",
                flow.line(index));
    }

    private void constructAt(int index, MethodInsnNode call, Set<Object> suspended) {
        Optional<TypeState> state = types.before(index);
        if (state.isEmpty()) {
            return;
        }
        Type[] arguments = Type.getArgumentTypes(call.desc);
        List<Object> below = state.get().stackBelow(arguments.length);
        Object receiver = below.get(below.size() - 1);
        if (!suspended.contains(receiver)) {
            return;
        }
        int copies = adjacentCopies(below, receiver, index);
        InsnList construction = new InsnList();
        int slot = firstTemporary;
        int[] slots = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            slots[i] = slot;
            slot += arguments[i].getSize();
        }
        method.maxLocals = Math.max(method.maxLocals, slot);
        for (int i = arguments.length - 1; i >= 0; i--) {
            construction.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]));
        }
        construction.add(new TypeInsnNode(Opcodes.NEW, call.owner));
        for (int i = 1; i < copies; i++) {
            construction.add(new InsnNode(Opcodes.DUP));
        }
        List<Object> locals = state.get().locals();
        for (int i = 0; i < locals.size(); i++) {
            if (locals.get(i).equals(receiver)) {
                construction.add(new InsnNode(Opcodes.DUP));
                construction.add(new VarInsnNode(Opcodes.ASTORE, i));
            }
        }
        for (int i = 0; i < arguments.length; i++) {
            construction.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]));
        }
        method.instructions.insertBefore(call, construction);
    }

    /** How many copies of the object lie on top of the stack; there are none below. */
    private int adjacentCopies(List<Object> stack, Object object, int index) {
        int copies = 0;
        while (copies < stack.size() && stack.get(stack.size() - 1 - copies).equals(object)) {
            copies++;
        }
        if (stack.subList(0, stack.size() - copies).contains(object)) {
            throw unknownShape(index);
        }
        return copies;
    }
}
