package dev.reprise.processor.diagnostic;

import static dev.reprise.processor.diagnostic.Severity.ERROR;
import static dev.reprise.processor.diagnostic.Severity.WARNING;
import static dev.reprise.processor.diagnostic.Subject.BUILD;
import static dev.reprise.processor.diagnostic.Subject.CODE;

/**
 * Every message the compiler can print. A constant is spelled as its tag, so that one search finds the rule, the message, its page in {@code docs/diagnostics} and its
 * examples in {@code it-tests/diagnostics}. Each text is {@code what, why} and {@code what next}; {@code %s} stands for the arguments of a {@link Diagnostic}.
 */
public enum DiagnosticKind {
    /** Arguments: the call, the method, how to mend it. */
    AwaitOutsideCoroutine(ERROR, CODE, "%s cannot suspend here: %s is not a coroutine.", "%s"),

    /** Arguments: the call, what the lambda returns. */
    AwaitInLambda(
            ERROR,
            CODE,
            "%s cannot suspend here: this lambda is not a coroutine, it returns %s.",
            "Use a for loop, or pass a lambda that returns Async to something that awaits it."),

    /** Arguments: the call, the place ({@code the constructor of Foo}). */
    AwaitInInitializer(
            ERROR,
            CODE,
            "%s cannot suspend here: %s has to be finished before anybody can wait for it.",
            "Move the call to a @Coroutine method, a static factory for instance, and pass its result in."),

    /** Arguments: the method reference. */
    AwaitAsMethodReference(
            ERROR,
            CODE,
            "%s cannot be passed around: it suspends whoever calls it, and that would be the code it is passed to.",
            "Write the call itself, in a loop or in a lambda that returns a coroutine type."),

    /** Arguments: the call. */
    AwaitInSynchronized(
            ERROR,
            CODE,
            "%s cannot suspend here: a monitor belongs to a thread and cannot be kept while the coroutine waits.",
            "Move the call out of the synchronized block; code between two suspensions runs alone on its loop anyway."
                    + " A dev.reprise.sync.Lock can be held across a suspension."),

    /** Arguments: the method, the modifier, how to mend it. */
    CoroutineModifiers(ERROR, CODE, "%s is %s and cannot be a coroutine.", "%s"),

    /** Arguments: the method, its return type, how to mend it. */
    CoroutineReturnType(ERROR, CODE, "%s returns %s, which is not a coroutine type.", "%s"),

    /** Arguments: the type of the value, the coroutine, the type it gives out. */
    YieldType(
            ERROR,
            CODE,
            "A value of type %s is yielded, but %s gives out %s.",
            "Yield a value of that type, or change the return type."),

    /** Arguments: the type wanted, the coroutine, the type it is sent, how to mend it. */
    SendType(ERROR, CODE, "The value of this yield is taken as %s, but %s is sent %s.", "%s"),

    /** Arguments: the call, the coroutine, its return type. */
    YieldInAsync(
            ERROR,
            CODE,
            "%s has no taker here: %s returns %s, which has one result and no elements.",
            "Return the value at the end, or declare a generator (Iterable, Iterator or Generator)."),

    /** Arguments: the call, the coroutine. */
    YieldFromInAsyncGenerator(
            ERROR,
            CODE,
            "%s cannot delegate here: %s is an async generator.",
            "Write a loop that yields each element: for (var x : await(it)) Generator.yield(x), without await if it is"
                    + " no AsyncIterable."),

    /** Arguments: the call, the coroutine, its return type. */
    AwaitInGenerator(
            ERROR,
            CODE,
            "%s cannot suspend here: %s returns %s, whose caller pulls the next element and cannot wait for anything else.",
            "Await before the generator is made and pass the value in, or return Async."),

    /** Arguments: the call, the type it returns, how to mend it. */
    NeverAwaited(WARNING, CODE, "%s makes a coroutine (%s) that nobody awaits, so it never runs.", "%s"),

    /** Arguments: the method, what a coroutine does instead. */
    BlockingCall(WARNING, CODE, "%s makes the thread of the event loop wait, and with it every other task.", "%s"),

    /** Arguments: the exception, the method that declares it. */
    CatchWithoutAwait(
            WARNING,
            CODE,
            "This catch of %s catches nothing: %s only makes a coroutine, whose exceptions are raised where it is awaited.",
            "Write await(...) around the call inside of the try, or move the catch to where the coroutine is awaited."),

    /** Arguments: the coroutine, how to mend it. */
    GeneratorReturn(
            ERROR,
            CODE,
            "%s is a generator: its elements come from Generator.yield(...), not from what it returns.",
            "%s"),

    /** Arguments: the method, the type, why, how to mend it. */
    FacadeMethod(ERROR, CODE, "%s cannot be part of a facade of %s: %s.", "%s"),

    /** Arguments: the type, why, how to mend it. */
    FacadeType(ERROR, CODE, "%s cannot have a facade: %s.", "%s"),

    /** Arguments: the method. */
    MethodTooLarge(
            ERROR,
            CODE,
            "%s would not fit into the 64 KB the JVM allows a method once its suspension points are added.",
            "Move a part of it to a second @Coroutine method and await that."),

    /** Arguments: the coroutine, its bytes. */
    NeverCompiled(
            WARNING,
            CODE,
            "%s has %s bytes of bytecode with its suspension points, and HotSpot does not compile methods of more than 8000: it would"
                    + " always be interpreted.",
            "Move a part of it to a second @Coroutine method and await that."),

    /** Arguments: the class, why. */
    UnsupportedClassFile(
            ERROR,
            BUILD,
            "The class file of %s cannot be compiled: %s.",
            "Compile it for a Java release that this version knows."),

    /** Arguments: the coroutine, the class that is missing. */
    MissingClass(
            ERROR,
            BUILD,
            "Whether a call in %s waits depends on class %s, which is not on the class path.",
            "Add the library that has the class to the class path of the compilation."),

    /** Arguments: the class, what went wrong inside the compiler, the stack trace. */
    CompilerFailure(
            ERROR,
            BUILD,
            "The coroutines of %s could not be compiled: %s.",
            "This is a mistake in Reprise, not in your code: report it to its issue tracker with the source and all of this message.%n%s"),

    /** Arguments: the class, why. */
    ClassFileNotRewritten(
            ERROR,
            BUILD,
            "The class file of %s could not be rewritten: %s.",
            "Check that the output directory is writable and used by one build only."),

    /** Arguments: the class. */
    ClassFilesUnreachable(
            ERROR,
            BUILD,
            "%s holds coroutines, but javac's output cannot be read back through its file manager, so nothing was woven.",
            "If javac reported another error, mend that first. If this is IntelliJ's own build, let it delegate to Maven or Gradle. Otherwise compile with -Xplugin:\"Reprise off\" and weave the class files afterwards."),

    /** Arguments: the class. */
    ProcessorNotRunning(
            ERROR,
            BUILD,
            "%s holds coroutines, but the Reprise processor does not run in this compilation.",
            "Put reprise-processor on the processor path (annotationProcessorPaths in Maven), before processors that claim every annotation and without -proc:none; or say -Xplugin:\"Reprise off\" if another step weaves the classes."),

    /** Arguments: the option with its value. */
    UnknownSetting(ERROR, BUILD, "-A%s has no meaning.", "The values of this option are error, warning and off."),

    /** Arguments: the class of the processing environment, why it cannot be followed. */
    UnknownCompiler(
            WARNING,
            BUILD,
            "The coroutines of this compilation are not woven: %s %s.",
            "Weave the class files in a step of their own.");

    private final Severity severity;
    private final Subject subject;
    private final String what;
    private final String next;

    DiagnosticKind(Severity severity, Subject subject, String what, String next) {
        this.severity = severity;
        this.subject = subject;
        this.what = what;
        this.next = next;
    }

    /** The name users see in brackets and search for. */
    public String tag() {
        return name();
    }

    public Severity severity() {
        return severity;
    }

    public Subject subject() {
        return subject;
    }

    /** How many arguments its text takes. */
    int arity() {
        return (what + next).split("%s", -1).length - 1;
    }

    String message(Object... arguments) {
        return "[" + tag() + "] " + String.format(what + " " + next, arguments);
    }
}
