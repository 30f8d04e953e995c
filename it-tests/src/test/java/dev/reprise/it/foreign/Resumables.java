package dev.reprise.it.foreign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns the methods of a class into pairs: the code moves into a coroutine that suspends at every point, and the method
 * itself runs that coroutine to its end. The result is what a compiler might have written, and our compiler's input.
 */
final class Resumables {

    private static final String ASYNC = "dev/reprise/Async";

    private static final int BOUND = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

    private final ClassNode owner;

    /** Why a method is not to be touched, by {@link #id}; consulted before anything else. */
    private final Map<String, Left> before;

    final Map<String, Left> left = new LinkedHashMap<>();

    /** The moved methods: name of the coroutine to id of the method. */
    final Map<String, String> moved = new LinkedHashMap<>();

    /** Those of them that cannot be overridden: id of the method to name of the coroutine. */
    private final Map<String, String> bound = new HashMap<>();

    final Map<Hazard, Integer> hazards = new EnumMap<>(Hazard.class);

    int points;

    /** Calls that have become an await of the callee's coroutine. */
    int awaits;

    Resumables(ClassNode owner, Map<String, Left> before) {
        this.owner = owner;
        this.before = before;
    }

    static String id(MethodNode method) {
        return method.name + method.desc;
    }

    /** @param serialVersion what the plain class has, if it can be serialized: more methods would change it */
    void rewrite(Optional<Long> serialVersion) {
        List<MethodNode> eligible = new ArrayList<>();
        for (MethodNode method : owner.methods) {
            Optional<Left> reason = Optional.ofNullable(before.get(id(method))).or(() -> reasonToLeave(method));
            if (reason.isPresent()) {
                left.put(id(method), reason.get());
            } else {
                String coroutine = method.name + "$async$" + eligible.size();
                eligible.add(method);
                moved.put(coroutine, id(method));
                if ((method.access & BOUND) != 0 || (owner.access & Opcodes.ACC_FINAL) != 0) {
                    bound.put(id(method), coroutine);
                }
            }
        }
        List<String> names = List.copyOf(moved.keySet());
        for (int i = 0; i < names.size(); i++) {
            owner.methods.add(coroutine(eligible.get(i), names.get(i)));
        }
        boolean pinned = owner.fields.stream().anyMatch(field -> field.name.equals("serialVersionUID"));
        if (serialVersion.isPresent() && !pinned && !eligible.isEmpty()) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
            owner.fields.add(new FieldNode(access, "serialVersionUID", "J", null, serialVersion.get()));
        }
    }

    private static Optional<Left> reasonToLeave(MethodNode method) {
        if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return Optional.of(Left.NO_CODE);
        }
        if (method.name.startsWith("<")) {
            return Optional.of(method.name.equals("<init>") ? Left.CONSTRUCTOR : Left.INITIALISER);
        }
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            return Optional.of(Left.SYNCHRONIZED);
        }
        if (!Points.anyIn(method)) {
            return Optional.of(Left.NO_POINT);
        }
        return Points.in(method).isEmpty() ? Optional.of(Left.MONITOR) : Optional.empty();
    }

    private MethodNode coroutine(MethodNode method, String name) {
        List<AbstractInsnNode> pauses = Points.in(method);
        points += pauses.size();
        Hazard.count(owner.name, (owner.access & Opcodes.ACC_INTERFACE) != 0, method, pauses, hazards);
        int kept = Opcodes.ACC_STATIC | Opcodes.ACC_STRICT;
        MethodNode coroutine = new MethodNode(
                Opcodes.ASM9,
                method.access & kept | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC,
                name,
                asyncDescriptor(method.desc),
                null,
                method.exceptions.toArray(String[]::new));
        coroutine.visibleAnnotations = List.of(new AnnotationNode("Ldev/reprise/Coroutine;"));
        coroutine.instructions = method.instructions;
        coroutine.tryCatchBlocks = method.tryCatchBlocks;
        coroutine.localVariables = method.localVariables;
        coroutine.visibleLocalVariableAnnotations = method.visibleLocalVariableAnnotations;
        coroutine.invisibleLocalVariableAnnotations = method.invisibleLocalVariableAnnotations;
        coroutine.maxLocals = method.maxLocals;
        coroutine.maxStack = method.maxStack + 2;
        Points.insert(coroutine, pauses);
        for (AbstractInsnNode point : pauses) {
            if (point instanceof MethodInsnNode call && isBound(call)) {
                await(coroutine.instructions, call);
            }
        }
        Type result = Type.getReturnType(method.desc);
        for (AbstractInsnNode node : coroutine.instructions.toArray()) {
            if (node.getOpcode() >= Opcodes.IRETURN && node.getOpcode() <= Opcodes.RETURN) {
                coroutine.instructions.insertBefore(node, asAsync(result));
                coroutine.instructions.set(node, new InsnNode(Opcodes.ARETURN));
            }
        }
        method.instructions = new InsnList();
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        pump(method, coroutine, result);
        return coroutine;
    }

    private static InsnList asAsync(Type result) {
        InsnList code = new InsnList();
        if (result.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        } else if (result.getSort() < Type.ARRAY) {
            String box = box(result);
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, box, "valueOf", "(" + result + ")L" + box + ";", false));
        }
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, ASYNC, "of", "(Ljava/lang/Object;)L" + ASYNC + ";", false));
        return code;
    }

    /** {@code return (R) Pump.run(this.coroutine(a, b));} */
    private void pump(MethodNode method, MethodNode coroutine, Type result) {
        InsnList code = method.instructions;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        if (!isStatic) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slot++));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        boolean inInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        int call = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
        code.add(new MethodInsnNode(call, owner.name, coroutine.name, coroutine.desc, inInterface));
        code.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(Pump.class),
                "run",
                "(L" + ASYNC + ";)Ljava/lang/Object;",
                false));
        code.add(unboxed(result));
        code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
        method.maxStack = slot + 2;
        method.maxLocals = slot;
    }

    private boolean isBound(MethodInsnNode call) {
        return call.owner.equals(owner.name) && bound.containsKey(call.name + call.desc);
    }

    /** {@code (R) await(this.coroutine(a, b))} in place of {@code this.method(a, b)}. */
    private void await(InsnList code, MethodInsnNode call) {
        InsnList await = new InsnList();
        int opcode = call.getOpcode() == Opcodes.INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
        String name = bound.get(call.name + call.desc);
        await.add(new MethodInsnNode(opcode, owner.name, name, asyncDescriptor(call.desc), call.itf));
        await.add(Points.await());
        await.add(unboxed(Type.getReturnType(call.desc)));
        code.insert(call, await);
        code.remove(call);
        awaits++;
    }

    private static String asyncDescriptor(String descriptor) {
        return Type.getMethodDescriptor(Type.getObjectType(ASYNC), Type.getArgumentTypes(descriptor));
    }

    /** From an object to a value of type {@code result}. */
    private static InsnList unboxed(Type result) {
        InsnList code = new InsnList();
        if (result.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.POP));
        } else if (result.getSort() < Type.ARRAY) {
            String box = box(result);
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, box));
            code.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, box, result.getClassName() + "Value", "()" + result, false));
        } else {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, result.getInternalName()));
        }
        return code;
    }

    private static String box(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalArgumentException(primitive + " has no box");
        };
    }
}
