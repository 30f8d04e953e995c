package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.Kept;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a debugger may show a variable: where it is in scope, but not where a suspension has not kept it. What it would
 * find in the slot there is not the variable's value.
 */
final class Scopes {

    private final MethodNode method;
    private final @Nullable Kept kept;

    /** Where the body has the instruction of an index, for those at which something changes. */
    private final Map<Integer, Label> edges = new HashMap<>();

    /**
     * A part of the body.
     *
     * @param from its begin
     * @param to its end, no longer in it
     */
    record Range(Label from, Label to) {}

    /** Scopes in a body that is never suspended. */
    Scopes(MethodNode method) {
        this.method = method;
        kept = null;
    }

    /** Scopes in a body that is suspended at the points of the method. */
    Scopes(MethodAnalysis analysis, boolean receiverKept) {
        method = analysis.coroutine().method();
        boolean allIsKept = method.localVariables == null || analysis.points().isEmpty();
        kept = allIsKept ? null : analysis.kept(receiverKept);
    }

    /** Says that the body is about to get the instruction of an index. */
    void mark(Code code, int index) {
        if (kept != null && kept.changesAt(index)) {
            Label here = new Label();
            code.label(here);
            edges.put(index, here);
        }
    }

    /** Where the variable of an entry of the method's table can be read; the body is complete. */
    List<Range> of(LocalVariableNode variable) {
        if (kept == null) {
            return List.of(new Range(variable.start.getLabel(), variable.end.getLabel()));
        }
        List<Range> ranges = new ArrayList<>();
        int end = method.instructions.indexOf(variable.end);
        Label from = null;
        for (int i = method.instructions.indexOf(variable.start); i < end; i++) {
            boolean holds = kept.holds(variable.index, i);
            if (holds && from == null) {
                from = edges.getOrDefault(i, variable.start.getLabel());
            } else if (!holds && from != null) {
                ranges.add(new Range(from, edges.getOrDefault(i, variable.start.getLabel())));
                from = null;
            }
        }
        if (from != null) {
            ranges.add(new Range(from, variable.end.getLabel()));
        }
        return ranges;
    }
}
