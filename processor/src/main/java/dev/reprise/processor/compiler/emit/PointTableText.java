package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.SavedState;
import dev.reprise.processor.compiler.lower.Variables;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The table of a coroutine's suspension points as text, which the runtime's {@code PointTable} reads: where each point is,
 * what it waits for, and which variables the frame keeps meanwhile.
 *
 * <p>Variables of the compiler's own are left out, if the debug table tells them from those of the source. In a class
 * without debug tables each variable goes by the name of its slot.
 */
final class PointTableText {

    private final MethodAnalysis analysis;
    private final FrameLayout layout;
    private final Map<Row, Integer> rows = new LinkedHashMap<>();
    private final TreeMap<Integer, FrameField> fields = new TreeMap<>();
    private final Map<FrameField, Integer> numbers = new HashMap<>();

    /** A variable and where it is kept. */
    private record Row(String name, Type type, int field) {}

    private PointTableText(MethodAnalysis analysis, FrameLayout layout) {
        this.analysis = analysis;
        this.layout = layout;
        layout.fields().forEach(field -> numbers.put(field, numbers.size()));
    }

    /**
     * The table and what it refers to.
     *
     * @param text the table
     * @param fields the fields of its variables, by the number the table has for each
     */
    record Table(String text, Map<Integer, FrameField> fields) {}

    /** The table of an analysed method. */
    static Table of(MethodAnalysis analysis, FrameLayout layout) {
        PointTableText table = new PointTableText(analysis, layout);
        return new Table(table.text(), table.fields);
    }

    private String text() {
        List<String> points = new ArrayList<>();
        points.add(numbers(arguments()));
        for (SuspensionPoint point : analysis.points()) {
            points.add(operation(point) + "|" + numbers(kept(point)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(head());
        lines.add(rows.keySet().stream()
                .map(row -> row.field + " " + cell(row.type.getDescriptor()) + " " + cell(row.name))
                .collect(Collectors.joining("|")));
        lines.addAll(points);
        return String.join("\n", lines);
    }

    private String head() {
        Coroutine coroutine = analysis.coroutine();
        String file = coroutine.owner().sourceFile;
        return String.join(
                "|",
                cell(coroutine.owner().name.replace('/', '.')),
                cell(coroutine.method().name),
                file == null ? "" : cell(file),
                String.valueOf(coroutine.firstLine()),
                analysis.points().stream()
                        .map(point -> String.valueOf(point.line()))
                        .collect(Collectors.joining(",")));
    }

    /** A name without the characters that separate names; the JVM allows nearly everything. */
    private static String cell(String name) {
        return name.replace('|', '_').replace(' ', '_').replace('\n', '_');
    }

    private BitSet arguments() {
        BitSet kept = new BitSet();
        int slot = 0;
        for (FrameField field : layout.parameters()) {
            keep(kept, new Row(parameterName(slot), field.type(), number(field)));
            slot += field.type().getSize();
        }
        return kept;
    }

    private String parameterName(int slot) {
        Coroutine coroutine = analysis.coroutine();
        if (slot == 0 && !coroutine.isStatic()) {
            return "this";
        }
        return layout.variables().at(slot, 0).map(Variables.Variable::name).orElseGet(() -> declaredName(slot));
    }

    /** From the table that javac writes when it is told {@code -parameters}. */
    private String declaredName(int slot) {
        MethodNode method = analysis.coroutine().method();
        Type[] types = Type.getArgumentTypes(method.desc);
        int next = analysis.coroutine().isStatic() ? 0 : 1;
        for (int i = 0; method.parameters != null && i < types.length && i < method.parameters.size(); i++) {
            if (next == slot && method.parameters.get(i).name != null) {
                return method.parameters.get(i).name;
            }
            next += types[i].getSize();
        }
        return "arg$" + slot;
    }

    private BitSet kept(SuspensionPoint point) {
        BitSet kept = new BitSet();
        if (FrameLayout.keepsReceiver(analysis.coroutine())) {
            FrameField receiver = layout.parameters().get(0);
            keep(kept, new Row("this", receiver.type(), number(receiver)));
        }
        for (SavedState.Value local : layout.at(point).locals()) {
            variable(point, local).ifPresent(row -> keep(kept, row));
        }
        return kept;
    }

    private Optional<Row> variable(SuspensionPoint point, SavedState.Value local) {
        int field = local.field().map(this::number).orElse(-1);
        Variables variables = layout.variables();
        if (variables.areUnknown()) {
            Type type = local.field().map(FrameField::type).orElse(Type.getType(Object.class));
            String name = local.slot() < analysis.coroutine().variableSlots()
                    ? parameterName(local.slot())
                    : "local$" + local.slot();
            return Optional.of(new Row(name, type, field));
        }
        return variables
                .at(local.slot(), point.index())
                .map(variable -> new Row(variable.name(), variable.type(), field));
    }

    private void keep(BitSet kept, Row row) {
        kept.set(rows.computeIfAbsent(row, r -> rows.size()));
        if (row.field >= 0) {
            fields.putIfAbsent(row.field, layout.fields().get(row.field));
        }
    }

    private int number(FrameField field) {
        Integer number = numbers.get(field);
        if (number == null) {
            throw new AssertionError("not a field of the frame: " + field);
        }
        return number;
    }

    /** {@code 0-3,7} */
    private static String numbers(BitSet set) {
        StringBuilder text = new StringBuilder();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int end = set.nextClearBit(from);
            text.append(text.isEmpty() ? "" : ",").append(from);
            if (end - from > 1) {
                text.append('-').append(end - 1);
            }
            from = set.nextSetBit(end);
        }
        return text.toString();
    }

    /** The suspending call and what made its operand: {@code await Basket.price}. It does not change with debug tables. */
    private String operation(SuspensionPoint point) {
        String verb = point.operation().verb();
        return verb + " " + cell(operand(point));
    }

    private String operand(SuspensionPoint point) {
        Flow flow = analysis.flow();
        int index = point.index();
        Optional<AbstractInsnNode> maker = flow.adjacentBefore(index);
        while (maker.isPresent() && isConversion(maker.get())) {
            index = analysis.coroutine().method().instructions.indexOf(maker.get());
            maker = flow.adjacentBefore(index);
        }
        if (maker.isPresent() && maker.get() instanceof MethodInsnNode call) {
            return simple(call.owner) + "." + call.name;
        }
        if (maker.isPresent() && maker.get() instanceof FieldInsnNode field) {
            return simple(field.owner) + "." + field.name;
        }
        List<Object> stack = point.types().stack();
        return stack.get(stack.size() - 1) instanceof String type ? simple(type) : "null";
    }

    private static boolean isConversion(AbstractInsnNode node) {
        return node.getOpcode() == Opcodes.CHECKCAST
                || node instanceof MethodInsnNode call
                        && call.owner.startsWith("java/lang/")
                        && call.name.equals("valueOf");
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
