package dev.reprise.processor.compiler.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.MethodNode;

/**
 * The types of variables and stack values before each instruction. They come from the class file's own stack map,
 * simulated onwards between its frames: no class is loaded and no common superclass guessed.
 */
public final class ValueTypes {

    private final List<@Nullable TypeState> before;
    private final Map<Label, Integer> allocations;

    private ValueTypes(List<@Nullable TypeState> before, Map<Label, Integer> allocations) {
        this.before = before;
        this.allocations = allocations;
    }

    public static ValueTypes of(String owner, MethodNode method, Flow flow) {
        Simulation simulation = new Simulation(owner, method);
        List<@Nullable TypeState> before = new ArrayList<>(flow.length());
        Map<Label, Integer> allocations = new HashMap<>();
        TypeState last = null;
        for (int i = 0; i < flow.length(); i++) {
            TypeState state = simulation.state(last);
            before.add(state);
            last = state;
            boolean allocates = state != null && flow.instruction(i).getOpcode() == Opcodes.NEW;
            flow.instruction(i).accept(simulation);
            if (allocates) {
                allocations.put((Label) simulation.stack.get(simulation.stack.size() - 1), i);
            }
        }
        return new ValueTypes(before, allocations);
    }

    /** The state before the instruction; empty if it cannot be reached. */
    public Optional<TypeState> before(int index) {
        return Optional.ofNullable(before.get(index));
    }

    /** Index of the {@code new} whose object, not yet initialised, has this type. */
    public int allocation(Object uninitializedType) {
        Integer index = allocations.get(uninitializedType);
        if (index == null) {
            throw new AssertionError("no allocation for " + uninitializedType);
        }
        return index;
    }

    private static final class Simulation extends AnalyzerAdapter {

        Simulation(String owner, MethodNode method) {
            super(Opcodes.ASM9, owner, method.access, method.name, method.desc, null);
        }

        /** The present state; {@code last} itself if nothing has changed since. */
        @Nullable TypeState state(@Nullable TypeState last) {
            if (locals == null) {
                return null;
            }
            TypeState state = new TypeState(locals, values(stack));
            return state.equals(last) ? last : state;
        }

        private static List<Object> values(List<Object> slots) {
            List<Object> values = new ArrayList<>(slots.size());
            for (int i = 0; i < slots.size(); i++) {
                values.add(slots.get(i));
                if (TypeState.isWide(slots.get(i))) {
                    i++;
                }
            }
            return values;
        }
    }
}
