package dev.reprise.it;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The body that a coroutine was rewritten to, beside the one it was written as.
 *
 * @param woven the method with the body
 * @param size of its code
 * @param plain the method in the class that was compiled without the processor
 * @param plainSize of that one's code
 * @param frame the class of its frames, by internal name
 */
record WovenBody(MethodNode woven, CodeSize size, MethodNode plain, CodeSize plainSize, String frame) {

    /** Ends the descriptor of a generator's second body. */
    private static final String PUSH_REGISTERS = "Ldev/reprise/frame/Push;I)";

    /** All bodies in a class. */
    static List<WovenBody> in(byte[] wovenClass, byte[] plainClass) {
        List<WovenBody> bodies = new ArrayList<>();
        for (MethodNode method : read(wovenClass).methods) {
            if ((method.access & Opcodes.ACC_SYNTHETIC) == 0) {
                continue;
            }
            Type[] parameters = Type.getArgumentTypes(method.desc);
            String last = parameters.length == 0 ? "" : parameters[parameters.length - 1].getInternalName();
            if (last.endsWith("$Frame")) {
                bodies.add(of(method, wovenClass, plainClass, last));
            } else if (isPushBody(method)) {
                MethodNode plain = writtenAs(method, read(plainClass));
                bodies.stream()
                        .filter(body -> body.plain.name.equals(plain.name) && body.plain.desc.equals(plain.desc))
                        .map(WovenBody::frame)
                        .findFirst()
                        .ifPresent(frame -> bodies.add(of(method, wovenClass, plainClass, frame)));
            }
        }
        return bodies;
    }

    private static boolean isPushBody(MethodNode method) {
        return method.desc.contains(PUSH_REGISTERS);
    }

    private static WovenBody of(MethodNode method, byte[] wovenClass, byte[] plainClass, String frame) {
        MethodNode plain = writtenAs(method, read(plainClass));
        return new WovenBody(
                method,
                CodeSize.of(wovenClass, method.name, method.desc),
                plain,
                CodeSize.of(plainClass, plain.name, plain.desc),
                frame);
    }

    /** Whether this is the second body of a generator, for who takes everything. */
    boolean isPushBody() {
        return isPushBody(woven);
    }

    /** What the body allocates, in the order of the code: an opcode and a type each. */
    static List<String> allocations(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .map(WovenBody::allocation)
                .filter(allocation -> !allocation.isEmpty())
                .toList();
    }

    /** The golden text of it. */
    Stream<String> listing() {
        String sizes = "bytes: plain " + plainSize.whole() + ", woven body " + size.whole();
        if (size.hotPath().isPresent()) {
            sizes += ", hot path " + size.hotPath().getAsInt();
        }
        return Stream.concat(Stream.of("body " + woven.name + woven.desc, sizes), MethodListing.of(woven));
    }

    static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return node;
    }

    private static MethodNode writtenAs(MethodNode body, ClassNode plainClass) {
        return plainClass.methods.stream()
                .filter(method -> method.name.equals(body.name)
                        && body.desc.startsWith(method.desc.substring(0, method.desc.indexOf(')'))))
                .findFirst()
                .orElseThrow();
    }

    private static String allocation(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.NEW, Opcodes.ANEWARRAY -> instruction.getOpcode() + " " + ((TypeInsnNode) instruction).desc;
            case Opcodes.NEWARRAY, Opcodes.MULTIANEWARRAY, Opcodes.INVOKEDYNAMIC ->
                String.valueOf(instruction.getOpcode());
            default -> "";
        };
    }
}
