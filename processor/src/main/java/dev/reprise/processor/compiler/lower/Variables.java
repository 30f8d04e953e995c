package dev.reprise.processor.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The variables of a method as its debug table has them. A variable that the table does not name is the compiler's own. */
public final class Variables {

    private final Map<Integer, List<Scope>> bySlot = new HashMap<>();

    private record Scope(int from, int to, Variable variable) {}

    /**
     * A variable of the source.
     *
     * @param name its name
     * @param type its declared type, without type arguments
     */
    public record Variable(String name, Type type) {}

    private Variables() {}

    /** Reads the table of a method; a method compiled without one has no variables. */
    public static Variables of(MethodNode method) {
        Variables variables = new Variables();
        if (method.localVariables != null) {
            InsnList code = method.instructions;
            for (LocalVariableNode entry : method.localVariables) {
                variables
                        .bySlot
                        .computeIfAbsent(entry.index, slot -> new ArrayList<>())
                        .add(new Scope(
                                code.indexOf(entry.start),
                                code.indexOf(entry.end),
                                new Variable(entry.name, Type.getType(entry.desc))));
            }
        }
        return variables;
    }

    /** Whether the method has no table, so that every name is unknown. */
    public boolean areUnknown() {
        return bySlot.isEmpty();
    }

    /** The variable whose scope has the slot at an instruction. */
    public Optional<Variable> at(int slot, int index) {
        return bySlot.getOrDefault(slot, List.of()).stream()
                .filter(scope -> scope.from <= index && index < scope.to)
                .map(Scope::variable)
                .findFirst();
    }

    /** The type of an int as the source declares it there: it may be a boolean, byte, char or short. */
    Type intTypeAt(int slot, int index) {
        return at(slot, index).map(Variable::type).filter(Variables::isNarrow).orElse(Type.INT_TYPE);
    }

    /** Whether the verifier takes values of the type for ints. */
    static boolean isNarrow(Type type) {
        return type.getSort() >= Type.BOOLEAN && type.getSort() < Type.INT;
    }
}
