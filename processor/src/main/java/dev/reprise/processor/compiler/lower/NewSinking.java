package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.analyse.ValueTypes;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import dev.reprise.processor.compiler.read.UnsupportedCodeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Copies of the object on the stack, by index of the allocation. */
    private final Map<Integer, Integer> copies = new HashMap<>();

    private NewSinking(Coroutine coroutine) {
        method = coroutine.method();
        flow = Flow.of(method);
        types = ValueTypes.of(coroutine.owner().name, method, flow);
        firstTemporary = method.maxLocals;
    }

    /** Rewrites the method in place. */
    public static void apply(Coroutine coroutine) {
        NewSinking sinking = new NewSinking(coroutine);
        Set<Object> suspended = sinking.allocationsAcrossSuspension();
        if (!suspended.isEmpty()) {
            sinking.sink(suspended);
        }
    }

    /** The types of the objects that are on the stack, not initialised, at a suspending call. */
    private Set<Object> allocationsAcrossSuspension() {
        Set<Object> found = new HashSet<>();
        for (int i = 0; i < flow.length(); i++) {
            Optional<TypeState> state = types.before(i);
            if (state.isPresent() && SuspendingCall.of(flow.instruction(i)).isPresent()) {
                state.get().stack().stream().filter(TypeState::isUninitialized).forEach(found::add);
            }
        }
        return found;
    }

    private void sink(Set<Object> suspended) {
        for (Object type : suspended) {
            int allocation = types.allocation(type);
            copies.put(allocation, dropAt(allocation));
        }
        for (int i = 0; i < flow.length(); i++) {
            AbstractInsnNode node = flow.instruction(i);
            if (node instanceof FrameNode frame && frame.stack != null) {
                frame.stack = frame.stack.stream()
                        .filter(type -> !(type instanceof LabelNode label && suspended.contains(label.getLabel())))
                        .toList();
            } else if (node instanceof MethodInsnNode call && call.name.equals("<init>")) {
                constructAt(i, call, suspended);
            }
        }
    }

    /** Makes {@code NEW P, DUP} into {@code NEW P, POP} and returns how many copies it left on the stack. */
    private int dropAt(int allocation) {
        AbstractInsnNode node = flow.instruction(allocation);
        AbstractInsnNode next = node.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        method.instructions.insert(node, new InsnNode(Opcodes.POP));
        if (next.getOpcode() == Opcodes.DUP) {
            method.instructions.remove(next);
            return 2;
        }
        return 1;
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
        int copiesLeft = Objects.requireNonNull(copies.get(types.allocation(receiver)));
        requireAdjacent(below, receiver, copiesLeft);
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
        for (int i = 1; i < copiesLeft; i++) {
            construction.add(new InsnNode(Opcodes.DUP));
        }
        for (int i = 0; i < arguments.length; i++) {
            construction.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]));
        }
        method.instructions.insertBefore(call, construction);
    }

    private void requireAdjacent(List<Object> below, Object receiver, int copiesLeft) {
        int size = below.size();
        boolean adjacent = size >= copiesLeft
                && below.subList(size - copiesLeft, size).stream().allMatch(receiver::equals)
                && below.subList(0, size - copiesLeft).stream().noneMatch(receiver::equals);
        if (!adjacent) {
            throw new UnsupportedCodeException(
                    "copies of an object whose constructor has not been called are spread over the"
                            + " operand stack at a suspension point, a shape that no Java compiler writes");
        }
    }
}
