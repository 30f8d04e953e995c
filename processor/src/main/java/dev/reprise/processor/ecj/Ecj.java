package dev.reprise.processor.ecj;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * What is public in Eclipse's compiler, as far as it is used here: one compilation, and the members of its results. All are
 * looked up before anything is done, so that a version that lacks one is left alone.
 */
final class Ecj {
    private static final String ROOT = "org.eclipse.jdt.internal.compiler.";

    /** The only text of this message is its argument. */
    private static final int UNCLASSIFIED = 0;

    private static final int ERROR = 1;

    /** Of {@code CompilationResult}. */
    final Method classFiles;

    final Method addClassFile;
    final Method addProblem;
    final Method fileName;
    final Method lineEnds;
    final Field source;
    final Method text;

    /** Of {@code ClassFile}. The bytes up to and with the constant pool are its header, what follows are its contents. */
    final Method name;

    final Field header;
    final Field headerLength;
    final Field contents;
    final Field contentsLength;
    final Field isNested;
    final Field enclosing;

    private final Object compiler;
    private final Field requestor;
    private final Object options;
    private final Object problemReporter;
    private final Method createProblem;
    private final Constructor<?> newClassFile;
    private final Field constantPool;
    private final Method startPool;
    private final Method addClassName;

    private Ecj(Object compiler) throws ReflectiveOperationException {
        this.compiler = compiler;
        requestor = compiler.getClass().getField("requestor");
        options = Members.get(compiler.getClass().getField("options"), compiler);
        problemReporter = Members.get(compiler.getClass().getField("problemReporter"), compiler);
        createProblem = problemReporter
                .getClass()
                .getMethod(
                        "createProblem",
                        char[].class,
                        int.class,
                        String[].class,
                        String[].class,
                        int.class,
                        int.class,
                        int.class,
                        int.class,
                        int.class);

        Class<?> result = type("CompilationResult");
        Class<?> classFile = type("ClassFile");
        classFiles = result.getMethod("getClassFiles");
        addClassFile = result.getMethod("record", char[].class, classFile);
        addProblem = result.getMethod("record", createProblem.getReturnType(), type("impl.ReferenceContext"));
        fileName = result.getMethod("getFileName");
        lineEnds = result.getMethod("getLineSeparatorPositions");
        source = result.getField("compilationUnit");
        text = source.getType().getMethod("getContents");

        name = classFile.getMethod("fileName");
        header = classFile.getField("header");
        headerLength = classFile.getField("headerOffset");
        contents = classFile.getField("contents");
        contentsLength = classFile.getField("contentsOffset");
        isNested = classFile.getField("isNestedType");
        enclosing = classFile.getField("enclosingClassFile");
        newClassFile = classFile.getConstructor(type("lookup.ModuleBinding"), type("impl.CompilerOptions"));
        constantPool = classFile.getField("constantPool");
        startPool = constantPool.getType().getMethod("initialize", classFile);
        addClassName = constantPool.getType().getMethod("literalIndexForType", char[].class);
    }

    /**
     * The compilation that an environment belongs to. It is made to go on in one thread: ecj would compile one source file while
     * the class files of another are woven, and its symbol table is not made for two.
     *
     * @throws ReflectiveOperationException if this version of ecj lacks something that is needed
     */
    static Ecj of(ProcessingEnvironment environment) throws ReflectiveOperationException {
        Object compiler = environment.getClass().getMethod("getCompiler").invoke(environment);
        Field singleThread = compiler.getClass().getField("useSingleThread");
        Ecj ecj = new Ecj(compiler);
        Members.set(singleThread, compiler, true);
        return ecj;
    }

    /** The interface of {@link #requestor}. */
    Class<?> requestorType() {
        return requestor.getType();
    }

    /** Whoever the compiler hands its results to. */
    Object requestor() {
        return Members.get(requestor, compiler);
    }

    void setRequestor(Object value) {
        Members.set(requestor, compiler, value);
    }

    /** A class file without bytes. ecj takes the name of a class from the first entry of its constant pool. */
    Object newClassFile(String internalName) {
        Object classFile = Members.create(newClassFile, null, options);
        Object pool = Members.get(constantPool, classFile);
        Members.call(startPool, pool, classFile);
        Members.call(addClassName, pool, (Object) internalName.toCharArray());
        return classFile;
    }

    /**
     * An error as ecj makes them.
     *
     * @param start position of the first character it is about, -1 if there is none
     * @param end position of the last one
     * @param line its line, 0 if there is none
     * @param column place of the first character in its line, from 1, 0 if there is none
     */
    Object error(char[] file, String message, int start, int end, int line, int column) {
        String[] arguments = {message};
        return Objects.requireNonNull(Members.call(
                createProblem,
                problemReporter,
                file,
                UNCLASSIFIED,
                arguments,
                arguments,
                ERROR,
                start,
                end,
                line,
                column));
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(ROOT + name, false, requestor.getType().getClassLoader());
    }
}
