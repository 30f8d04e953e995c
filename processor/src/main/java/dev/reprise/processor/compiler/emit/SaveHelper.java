package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.SavedState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A static method of the frame class that saves a body on its way out: it makes the frame if there can be none yet, stores the
 * values it is given, drops references that are no longer needed, and links the frame into the suspending chain. Points
 * that keep the same values share one.
 *
 * @param coroutine whose frame it is
 * @param receiver whether the receiver is among the parameters
 * @param stack fields of the values of the operand stack, the first parameters; one without a field is null and ignored
 * @param locals fields of the variables, which follow the label
 */
record SaveHelper(Coroutine coroutine, boolean receiver, List<Optional<FrameField>> stack, List<FrameField> locals) {

    static SaveHelper of(Coroutine coroutine, SavedState state) {
        return new SaveHelper(
                coroutine,
                FrameLayout.keepsReceiver(coroutine),
                state.stack().stream().map(SavedState.Value::field).toList(),
                state.locals().stream().flatMap(value -> value.field().stream()).toList());
    }

    String descriptor() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, parameters().toArray(Type[]::new));
    }

    int parameterSlots() {
        return parameters().stream().mapToInt(Type::getSize).sum();
    }

    private Consumer<FrameField> writeFrom(Code code, int frameSlot, int slot) {
        return field -> code.loadReference(frameSlot)
                .load(field.type(), slot)
                .putField(coroutine.frame(), field.name(), field.type());
    }

    private List<FrameField> fields() {
        return Stream.concat(stack.stream().flatMap(Optional::stream), locals.stream())
                .toList();
    }

    private List<Type> parameters() {
        List<Type> types = new ArrayList<>();
        stack.forEach(value -> types.add(value.map(FrameField::type).orElse(Type.getObjectType(Abi.OBJECT))));
        types.add(Type.INT_TYPE);
        locals.forEach(local -> types.add(local.type()));
        if (receiver) {
            types.add(Type.getObjectType(coroutine.owner().name));
        }
        types.add(Type.getObjectType(Abi.CONTEXT));
        types.add(Type.getObjectType(coroutine.frame()));
        return types;
    }

    /** Writes the method's code; {@code layout} is that of the frame class. */
    void emit(MethodVisitor out, FrameLayout layout) {
        Code code = new Code(out);
        List<Type> parameters = parameters();
        int frameSlot = parameterSlots() - 1;
        int contextSlot = frameSlot - 1;
        String frame = coroutine.frame();
        Label fresh = new Label();
        Label ready = new Label();
        List<Object> types = parameters.stream().map(TypeState::of).toList();
        out.visitCode();

        // if (frame == null) { frame = new Frame(); frame.this = receiver; } else { <drop what is stale> }
        boolean mayBeFresh = !coroutine.kind().yields();
        if (mayBeFresh) {
            code.loadReference(frameSlot).jump(Opcodes.IFNULL, fresh);
        }
        for (FrameField field : layout.staleReferences(fields())) {
            code.loadReference(frameSlot).insn(Opcodes.ACONST_NULL).putField(frame, field.name(), field.type());
        }
        if (mayBeFresh) {
            code.jump(Opcodes.GOTO, ready).label(fresh).frame(types, List.of());
            code.construct(frame).invokeConstructor(frame, "()V").storeReference(frameSlot);
            if (receiver) {
                FrameField field = layout.parameters().get(0);
                code.loadReference(frameSlot)
                        .loadReference(contextSlot - 1)
                        .putField(frame, field.name(), field.type());
            }
            code.label(ready).frame(types, List.of());
        }

        // frame.a = a; frame.label = label; frame.b = b; …
        int slot = 0;
        for (Optional<FrameField> value : stack) {
            value.ifPresent(writeFrom(code, frameSlot, slot));
            slot += value.map(field -> field.type().getSize()).orElse(1);
        }
        code.loadReference(frameSlot).loadInt(slot++).putField(Abi.FRAME, "label", Type.INT_TYPE);
        for (FrameField local : locals) {
            writeFrom(code, frameSlot, slot).accept(local);
            slot += local.type().getSize();
        }

        // context.link(frame);
        code.loadReference(contextSlot)
                .loadReference(frameSlot)
                .invokeVirtual(Abi.CONTEXT, "link", "(L" + Abi.FRAME + ";)V")
                .insn(Opcodes.RETURN);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }
}
