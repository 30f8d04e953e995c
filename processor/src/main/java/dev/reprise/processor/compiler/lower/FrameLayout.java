package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which value lives in which field while the coroutine is suspended. Each parameter has a field of its own type, because a
 * cold object keeps its arguments; values of one type that are never needed at the same point share a field.
 */
public final class FrameLayout {

    private static final int RECEIVER = 0;

    private final MethodAnalysis analysis;
    private final Variables variables;
    private final List<Home> homes = new ArrayList<>();
    private final List<Home> parameterHomes = new ArrayList<>();
    private final Map<Key, Home> homeByValue = new LinkedHashMap<>();
    private final List<FrameField> fields = new ArrayList<>();
    private final List<FrameField> parameters = new ArrayList<>();
    private final List<SavedState> states = new ArrayList<>();
    private final BitSet written;

    /** A value that outlives a suspension: a typed slot, or a typed position of the operand stack. */
    private record Key(boolean onStack, int position, Type type) {}

    /** A field in the making. */
    private static final class Home {
        final Type type;
        final Set<String> names = new HashSet<>();
        final BitSet usedAt = new BitSet();

        @Nullable FrameField field;

        Home(Type type) {
            this.type = type;
        }
    }

    private FrameLayout(MethodAnalysis analysis) {
        this.analysis = analysis;
        variables = Variables.of(analysis.coroutine().method());
        written = writtenSlots(analysis.coroutine().method());
        planParameters();
        Map<Key, BitSet> uses = uses();
        uses.forEach((value, points) -> homeByValue.computeIfAbsent(value, v -> settle(v, points)));
        nameFields();
        analysis.points().forEach(point -> states.add(stateAt(point)));
    }

    /** Plans the frame of an analysed method. */
    public static FrameLayout plan(MethodAnalysis analysis) {
        return new FrameLayout(analysis);
    }

    /** The variables of the method. */
    public Variables variables() {
        return variables;
    }

    /** All fields, those of the parameters first. */
    public List<FrameField> fields() {
        return fields;
    }

    /** The fields that keep the receiver, if there is one, and the parameters, in their order. */
    public List<FrameField> parameters() {
        return parameters;
    }

    /** The field of the receiver or the parameter that starts out in a slot, empty for any other slot. */
    public Optional<FrameField> parameterAt(int slot) {
        int next = 0;
        for (FrameField parameter : parameters) {
            if (next == slot) {
                return Optional.of(parameter);
            }
            next += parameter.type().getSize();
        }
        return Optional.empty();
    }

    /** What a suspension point keeps. */
    public SavedState at(SuspensionPoint point) {
        return states.get(point.label() - 1);
    }

    /**
     * Whether the value is an argument that the method never overwrites: a frame that was made with the arguments has it
     * already. Its field serves another value only when nothing that follows needs the argument.
     */
    public boolean isConstantArgument(SavedState.Value local) {
        return local.field().isPresent()
                && local.field().equals(parameterAt(local.slot()))
                && !written.get(local.slot());
    }

    /** The fields that may hold a reference which a point that keeps {@code needed} does not need. */
    public List<FrameField> staleReferences(List<FrameField> needed) {
        Set<FrameField> kept = new HashSet<>(needed);
        if (keepsReceiver(analysis.coroutine())) {
            kept.add(parameters.get(RECEIVER));
        }
        return fields.stream()
                .filter(field -> field.isReference() && !kept.contains(field))
                .toList();
    }

    /** Whether the receiver is in its slot wherever the body is: it is passed, and its slot is never written. */
    public static boolean keepsReceiver(Coroutine coroutine) {
        return !coroutine.isStatic()
                && !coroutine.isPacked()
                && !writtenSlots(coroutine.method()).get(RECEIVER);
    }

    private void planParameters() {
        Coroutine coroutine = analysis.coroutine();
        int slot = 0;
        for (Type type : coroutine.variables()) {
            Home home = new Home(type);
            home.names.add(slot == 0 && !coroutine.isStatic() ? "this" : name(slot, 0, "arg$" + slot));
            homes.add(home);
            parameterHomes.add(home);
            homeByValue.put(new Key(false, slot, type), home);
            slot += type.getSize();
        }
        if (keepsReceiver(coroutine)) {
            parameterHomes.get(RECEIVER).usedAt.set(0, analysis.points().size() + 1);
        }
    }

    /** For each value that outlives a suspension, the points it outlives. */
    private Map<Key, BitSet> uses() {
        Map<Key, BitSet> uses = new LinkedHashMap<>();
        for (SuspensionPoint point : analysis.points()) {
            List<Object> base = point.base();
            for (int i = 0; i < base.size(); i++) {
                use(uses, onStack(i, base.get(i)), point);
            }
            for (int slot : point.liveSlots()) {
                use(uses, local(slot, point), point);
            }
        }
        uses.forEach((value, points) -> {
            Home home = homeByValue.get(value);
            if (home != null) {
                home.usedAt.or(points);
            }
        });
        return uses;
    }

    private static void use(Map<Key, BitSet> uses, Optional<Key> value, SuspensionPoint point) {
        value.ifPresent(key -> uses.computeIfAbsent(key, k -> new BitSet()).set(point.label()));
    }

    private static Optional<Key> onStack(int position, Object type) {
        return TypeState.fieldType(type).map(kept -> new Key(true, position, kept));
    }

    private Optional<Key> local(int slot, SuspensionPoint point) {
        return TypeState.fieldType(point.types().local(slot))
                .map(kept -> new Key(false, slot, kept.equals(Type.INT_TYPE) ? intType(slot, point) : kept));
    }

    /** The verifier does not tell the int-like types apart: the debug table does, and the type of an argument. */
    private Type intType(int slot, SuspensionPoint point) {
        return declaredParameter(slot)
                .filter(type -> Variables.isNarrow(type) && !written.get(slot))
                .orElseGet(() -> variables.intTypeAt(slot, point.index()));
    }

    private Optional<Type> declaredParameter(int slot) {
        int next = 0;
        for (Type type : analysis.coroutine().variables()) {
            if (next == slot) {
                return Optional.of(type);
            }
            next += type.getSize();
        }
        return Optional.empty();
    }

    private Home settle(Key value, BitSet points) {
        Home home = homes.stream()
                .filter(candidate -> candidate.type.equals(value.type) && !candidate.usedAt.intersects(points))
                .findFirst()
                .orElseGet(() -> {
                    Home added = new Home(value.type);
                    homes.add(added);
                    return added;
                });
        home.usedAt.or(points);
        points.stream()
                .mapToObj(point -> value.onStack
                        ? "stack$" + value.position
                        : name(value.position, point, "local$" + value.position))
                .forEach(home.names::add);
        return home;
    }

    /** The source name of the variable in a slot, at a point or (label 0) at the start of the method. */
    private String name(int slot, int label, String otherwise) {
        int index = label == 0 ? 0 : analysis.points().get(label - 1).index();
        return variables.at(slot, index).map(Variables.Variable::name).orElse(otherwise);
    }

    private void nameFields() {
        Map<String, Integer> taken = new HashMap<>();
        int shared = 0;
        for (Home home : homes) {
            String wish = home.names.size() == 1 ? home.names.iterator().next() : "shared$" + (++shared);
            int earlier = taken.merge(wish, 1, Integer::sum) - 1;
            FrameField field = new FrameField(earlier == 0 ? wish : wish + "$" + (earlier + 1), home.type);
            home.field = field;
            fields.add(field);
        }
        for (Home home : parameterHomes) {
            parameters.add(field(home));
        }
    }

    private SavedState stateAt(SuspensionPoint point) {
        boolean receiverKept = keepsReceiver(analysis.coroutine());
        List<SavedState.Value> stack = new ArrayList<>();
        List<Object> base = point.base();
        for (int i = 0; i < base.size(); i++) {
            stack.add(new SavedState.Value(-1, onStack(i, base.get(i)).map(this::fieldOf)));
        }
        List<SavedState.Value> locals = new ArrayList<>();
        for (int slot : point.liveSlots()) {
            if (slot != RECEIVER || !receiverKept) {
                locals.add(new SavedState.Value(slot, local(slot, point).map(this::fieldOf)));
            }
        }
        return new SavedState(stack, locals);
    }

    private FrameField fieldOf(Key value) {
        Home home = homeByValue.get(value);
        if (home == null) {
            throw new AssertionError("no field for " + value);
        }
        return field(home);
    }

    private static FrameField field(Home home) {
        FrameField field = home.field;
        if (field == null) {
            throw new AssertionError("field asked for before it was named");
        }
        return field;
    }

    private static BitSet writtenSlots(MethodNode method) {
        BitSet written = new BitSet();
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
                written.set(variable.var);
            } else if (node instanceof IincInsnNode increment) {
                written.set(increment.var);
            }
        }
        return written;
    }
}
