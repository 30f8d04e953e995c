package dev.reprise.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LambdaExpressionTree.BodyKind;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads an attributed class declaration and the classes in it, in one walk over its trees. */
public final class SourceReader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Attribution java;
    private final FunctionTypes functions;
    private final List<ClassSource> classes = new ArrayList<>();

    /** Of the class being read, what is read so far; the enclosing classes wait below it. */
    private final Deque<List<Body>> open = new ArrayDeque<>();

    /** The body being read; the enclosing bodies wait below it. */
    private final Deque<BodyReading> bodies = new ArrayDeque<>();

    /** Variables whose value is read somewhere. */
    private final Set<Element> used = new HashSet<>();

    private SourceReader(Attribution java, FunctionTypes functions) {
        this.java = java;
        this.functions = functions;
    }

    /**
     * Reads a class and everything inside it.
     *
     * @param declaration a top-level class that javac has attributed
     * @return inner classes before the class they stand in
     */
    public static List<ClassSource> read(Attribution java, FunctionTypes functions, TreePath declaration) {
        SourceReader reader = new SourceReader(java, functions);
        reader.scan(declaration, null);
        return reader.classes;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        List<Body> read = new ArrayList<>();
        open.push(read);
        super.visitClass(tree, null);
        open.pop();
        if (java.element(getCurrentPath()).orElse(null) instanceof TypeElement element) {
            classes.add(new ClassSource(element, getCurrentPath(), List.copyOf(read)));
        }
        return null;
    }

    /** No code runs in an annotation, whatever a mistaken source says there. */
    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (!(java.element(getCurrentPath()).orElse(null) instanceof ExecutableElement element)) {
            return null;
        }
        Place place = element.getKind() == ElementKind.CONSTRUCTOR
                ? new Place.OfInitializer(tree, "the constructor of " + className(element))
                : new Place.OfMethod(tree, element, isAnnotated(element));
        return read(place, () -> super.visitMethod(tree, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return read(reading -> lambda(tree, reading), () -> {
            super.visitLambdaExpression(tree, null);
            if (tree.getBodyKind() == BodyKind.EXPRESSION) {
                TreePath value = new TreePath(getCurrentPath(), tree.getBody());
                (returnsVoid() ? body().dropped : body().returns).add(value);
            }
        });
    }

    private Place lambda(LambdaExpressionTree tree, BodyReading reading) {
        return new Place.OfLambda(
                tree,
                reading.suspensions.isEmpty()
                        ? Optional.empty()
                        : java.type(getCurrentPath()).flatMap(functions::returnType));
    }

    /** Whether nobody takes the result of the lambda or method reference that is being read. */
    private boolean returnsVoid() {
        return java.type(getCurrentPath()).filter(functions::returnsVoid).isPresent();
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        if (parent() instanceof ClassTree) {
            String text = (tree.isStatic() ? "the static initialiser of " : "the initialiser of ") + enclosingClass();
            return read(new Place.OfInitializer(tree, text), () -> super.visitBlock(tree, null));
        }
        return super.visitBlock(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        if (parent() instanceof ClassTree) {
            Place place = new Place.OfInitializer(tree, "the initialiser of field " + tree.getName());
            return read(place, () -> super.visitVariable(tree, null));
        }
        ExpressionTree value = tree.getInitializer();
        if (value != null) {
            java.element(getCurrentPath()).ifPresent(variable -> assigned(variable, value));
        }
        return super.visitVariable(tree, null);
    }

    /** An assignment that is an expression statement is no use of the variable; any other hands its value on. */
    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        if (!(tree.getVariable() instanceof IdentifierTree) || !(parent() instanceof ExpressionStatementTree)) {
            return super.visitAssignment(tree, null);
        }
        java.element(new TreePath(getCurrentPath(), tree.getVariable()))
                .ifPresent(variable -> assigned(variable, tree.getExpression()));
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        java.element(getCurrentPath()).ifPresent(used::add);
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        body().monitors++;
        scan(tree.getBlock(), null);
        body().monitors--;
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        java.element(getCurrentPath())
                .flatMap(SuspensionKind::of)
                .map(kind -> new Suspension(kind, getCurrentPath(), body().monitors > 0))
                .ifPresentOrElse(body().suspensions::add, () -> body().calls.add(getCurrentPath()));
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        if (java.element(getCurrentPath()).flatMap(SuspensionKind::of).isPresent()) {
            body().references.add(getCurrentPath());
        } else if (returnsVoid()) {
            body().dropped.add(getCurrentPath());
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        body().tries.add(getCurrentPath());
        return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        ExpressionTree value = tree.getExpression();
        if (value != null) {
            body().returns.add(new TreePath(getCurrentPath(), value));
        }
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        body().dropped.add(new TreePath(getCurrentPath(), tree.getExpression()));
        return super.visitExpressionStatement(tree, null);
    }

    private @Nullable Void read(Place place, Runnable contents) {
        return read(reading -> place, contents);
    }

    /** @param place tells what the body is the body of, once that has been read */
    private @Nullable Void read(Function<BodyReading, Place> place, Runnable contents) {
        BodyReading reading = new BodyReading(getCurrentPath());
        bodies.push(reading);
        contents.run();
        bodies.pop();
        reading.assigned.keySet().removeAll(used);
        reading.assigned.values().forEach(reading.dropped::addAll);
        open.getFirst().add(reading.finish(place.apply(reading)));
        return null;
    }

    /** Remembers the value of a local variable; one without a name ({@code var _}) is dropped on purpose. */
    private void assigned(Element variable, ExpressionTree value) {
        boolean local = variable.getKind() == ElementKind.LOCAL_VARIABLE
                && variable.getSimpleName().length() > 0;
        if (local) {
            body().assigned
                    .computeIfAbsent(variable, it -> new ArrayList<>())
                    .add(new TreePath(getCurrentPath(), value));
        }
    }

    private BodyReading body() {
        return bodies.getFirst();
    }

    private Tree parent() {
        return getCurrentPath().getParentPath().getLeaf();
    }

    private String enclosingClass() {
        return java.element(getCurrentPath().getParentPath())
                .map(SourceReader::nameOf)
                .orElse("this class");
    }

    private static String className(ExecutableElement constructor) {
        return nameOf(Objects.requireNonNull(constructor.getEnclosingElement()));
    }

    private static String nameOf(Element type) {
        return type.getSimpleName().length() == 0
                ? "an anonymous class"
                : type.getSimpleName().toString();
    }

    private static boolean isAnnotated(ExecutableElement method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (Attribution.isDeclaredAs(annotation.getAnnotationType(), RuntimeNames.COROUTINE)) {
                return true;
            }
        }
        return false;
    }
}
