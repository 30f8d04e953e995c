package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.SavedState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The code that saves a suspending body into its frame. */
final class SaveCode {

    /** Slots that the parameters of a save helper may take; the JVM allows a method 255. */
    private static final int MOST_SLOTS = 250;

    private final Coroutine coroutine;
    private final Type result;
    private final FrameLayout layout;
    private final Slots slots;
    private final LiveTypes types;
    private final FrameAccess frame;
    private final Map<SaveHelper, String> helpers = new LinkedHashMap<>();
    private final Map<Saving, List<Exit>> exits = new LinkedHashMap<>();

    /** What decides how a point is saved. */
    private record Saving(SavedState state, List<Object> stack) {}

    /**
     * A way that leads here from a suspending call.
     *
     * @param returned type of what the call left on the stack
     * @param back where to go if the call has not suspended; null if it has for certain
     */
    private record Exit(
            SuspensionPoint point,
            Type returned,
            Label entry,
            @Nullable Label back) {}

    /**
     * For the body of a coroutine.
     *
     * @param result type of what the body returns
     */
    SaveCode(Coroutine coroutine, Type result, FrameLayout layout, Slots slots, LiveTypes types, FrameAccess frame) {
        this.coroutine = coroutine;
        this.result = result;
        this.layout = layout;
        this.slots = slots;
        this.types = types;
        this.frame = frame;
    }

    /** The helpers that the emitted code calls, with their names; they belong into the frame class. */
    Map<SaveHelper, String> helpers() {
        return helpers;
    }

    /**
     * Registers a point that saves at {@code entry}, where the stack holds what is below the suspending call and the
     * result that call has not got.
     *
     * @param returned type of that result
     */
    void saveLater(SuspensionPoint point, Type returned, Label entry) {
        add(new Exit(point, returned, entry, null));
    }

    /** As {@link #saveLater}, if the call has suspended; otherwise goes {@code back} with the null that it returned. */
    void saveIfSuspended(SuspensionPoint point, Label entry, Label back) {
        add(new Exit(point, Type.getObjectType(Abi.OBJECT), entry, back));
    }

    private void add(Exit exit) {
        exits.computeIfAbsent(new Saving(layout.at(exit.point), exit.point.base()), s -> new ArrayList<>())
                .add(exit);
    }

    /** Writes the code of all registered points; those with the same state share it. */
    void emit(Code code) {
        exits.values().forEach(shared -> emit(code, shared));
    }

    private void emit(Code code, List<Exit> shared) {
        Label common = new Label();
        for (Exit exit : shared) {
            SuspensionPoint point = exit.point();
            List<Object> locals = slots.frameLocals(types.after(point));
            List<Object> stack = with(point.base(), TypeState.of(exit.returned()));
            code.hiddenLine(point.line(), locals, stack).label(exit.entry()).frame(locals, stack);
            if (exit.back() != null) {
                code.unlessSuspended(slots.context(), exit.back());
            }
            code.pop(exit.returned()).push(point.label());
            if (!exit.equals(shared.get(shared.size() - 1))) {
                code.jump(Opcodes.GOTO, common);
            } else if (shared.size() > 1) {
                code.label(common).frame(locals, with(point.base(), Opcodes.INTEGER));
            }
        }
        saveAndReturn(code, shared.get(0).point());
    }

    static List<Object> with(List<Object> stack, Object top) {
        List<Object> types = new ArrayList<>(stack);
        types.add(top);
        return types;
    }

    /** Saves everything and returns null or zero; the stack holds the values below the suspending call, and the label. */
    private void saveAndReturn(Code code, SuspensionPoint point) {
        SaveHelper helper = SaveHelper.of(coroutine, layout.at(point));
        if (helper.parameterSlots() <= MOST_SLOTS) {
            // Frame.save1(stack…, label, locals…, this, context, frame);
            for (SavedState.Value local : layout.at(point).locals()) {
                local.field().ifPresent(field -> code.load(field.type(), slots.of(local.slot())));
            }
            if (types.receiverKept()) {
                code.loadReference(0);
            }
            String name = helpers.computeIfAbsent(helper, h -> "save" + (helpers.size() + 1));
            code.loadReference(slots.context())
                    .loadReference(slots.frame())
                    .invokeStatic(coroutine.frame(), name, helper.descriptor());
        } else {
            if (!coroutine.kind().yields()) {
                makeFrame(code, point);
            }
            code.loadReference(slots.frame()).insn(Opcodes.SWAP).putField(Abi.FRAME, "label", Type.INT_TYPE);
            writeAll(code, point);
            code.loadReference(slots.context())
                    .loadReference(slots.frame())
                    .invokeVirtual(Abi.CONTEXT, "link", "(L" + Abi.FRAME + ";)V");
        }
        code.pushDefault(result).returnValue(result);
    }

    /** {@code if (frame == null) frame = new Frame();} */
    private void makeFrame(Code code, SuspensionPoint point) {
        Label made = new Label();
        code.loadReference(slots.frame()).jump(Opcodes.IFNONNULL, made);
        code.construct(coroutine.frame())
                .invokeConstructor(coroutine.frame(), "()V")
                .storeReference(slots.frame());
        if (types.receiverKept()) {
            frame.write(code, layout.parameters().get(0), 0);
        }
        code.label(made).frame(slots.frameLocals(types.after(point)), with(point.base(), Opcodes.INTEGER));
    }

    /** Writes the state of a point into a frame that is there; the stack holds the values below the suspending call. */
    void writeAll(Code code, SuspensionPoint point) {
        SavedState state = layout.at(point);
        for (int i = state.stack().size() - 1; i >= 0; i--) {
            SavedState.Value value = state.stack().get(i);
            value.field().ifPresentOrElse(field -> frame.writeTop(code, field), () -> code.insn(Opcodes.POP));
        }
        for (SavedState.Value local : state.locals()) {
            if (!(coroutine.kind().yields() && layout.isConstantArgument(local))) {
                local.field().ifPresent(field -> frame.write(code, field, slots.of(local.slot())));
            }
        }
        layout.staleReferences(state.fields()).forEach(field -> frame.clear(code, field));
    }
}
