package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The irreducible loops of methods: those that can be entered elsewhere than at their header. */
final class JumpsIntoLoops {

    private JumpsIntoLoops() {}

    /** A line of text for each jump into a loop, over all class files. */
    static List<String> inClasses(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(inClass(Files.readAllBytes(file)));
        }
        return found;
    }

    /** A line of text for each jump into a loop. */
    static List<String> inClass(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<String> found = new ArrayList<>();
        for (MethodNode method : node.methods) {
            ControlFlow flow = ControlFlow.of(method);
            for (ControlFlow.Edge edge : flow.retreatingEdges()) {
                if (!flow.dominates(edge.to(), edge.from())) {
                    found.add(node.name + "." + method.name + method.desc + ": instruction " + edge.from()
                            + " jumps to " + edge.to() + ", which is on the way to it only sometimes");
                }
            }
        }
        return found;
    }
}
