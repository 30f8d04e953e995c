package dev.reprise.processor.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a suspension point keeps, and where. A value without a field is null, and is made again at the resume.
 *
 * @param stack the operand stack below the suspending call, the bottom first
 * @param locals the live variables in the order of their slots
 */
public record SavedState(List<Value> stack, List<Value> locals) {

    /**
     * A value of the state.
     *
     * @param slot slot of the variable, -1 for a value of the operand stack
     * @param field where it is kept, empty if it is null
     */
    public record Value(int slot, Optional<FrameField> field) {}

    /** The fields that hold something while the coroutine rests at this point. */
    public List<FrameField> fields() {
        List<FrameField> used = new ArrayList<>();
        stack.forEach(value -> value.field().ifPresent(used::add));
        locals.forEach(value -> value.field().ifPresent(used::add));
        return used;
    }
}
