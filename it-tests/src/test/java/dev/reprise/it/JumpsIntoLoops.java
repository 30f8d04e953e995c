package dev.reprise.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The irreducible loops of methods: those that can be entered elsewhere than at their header. */
final class JumpsIntoLoops {

    private JumpsIntoLoops() {}

    /** A line of text for each jump into a loop, over all class files below a folder. */
    static List<String> inClassesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                found.addAll(inClass(Files.readAllBytes(file)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
