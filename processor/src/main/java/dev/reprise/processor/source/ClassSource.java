package dev.reprise.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * One class as it stands in the source. Nested, local and anonymous classes are classes of their own, as they are for the class files.
 *
 * @param path the class declaration
 * @param bodies every body whose code ends up in this class's file
 */
public record ClassSource(TypeElement element, TreePath path, List<Body> bodies) {

    public ClassTree tree() {
        return (ClassTree) path.getLeaf();
    }

    /** Whether javac's class file will hold something for us to compile. */
    public boolean mentionsCoroutine() {
        return bodies.stream().anyMatch(Body::mentionsCoroutine);
    }
}
