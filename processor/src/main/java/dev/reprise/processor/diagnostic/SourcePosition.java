package dev.reprise.processor.diagnostic;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;

/**
 * A place in a source file that javac is compiling.
 *
 * @param unit the source file
 * @param tree the piece of it that the message is about; javac puts the caret at its preferred position
 */
public record SourcePosition(CompilationUnitTree unit, Tree tree) implements Position {

    public static SourcePosition of(TreePath path) {
        return new SourcePosition(path.getCompilationUnit(), path.getLeaf());
    }
}
