package dev.reprise.processor.source;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.SourcePosition;

/**
 * A point where a body wants to stop: one call to {@code await}, {@code yield} or {@code yieldFrom}.
 *
 * @param path the call
 * @param inSynchronized whether it stands in a synchronized block of the same body
 */
public record Suspension(SuspensionKind kind, TreePath path, boolean inSynchronized) {

    public MethodInvocationTree call() {
        return (MethodInvocationTree) path.getLeaf();
    }

    /** The name in the call: a caret at the call as a whole would point to its parenthesis. */
    public SourcePosition position() {
        return new SourcePosition(path.getCompilationUnit(), call().getMethodSelect());
    }

    /** The call as it is named in messages. */
    public String text() {
        return kind.text();
    }
}
