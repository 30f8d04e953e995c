package dev.reprise.processor.check;

import dev.reprise.processor.source.Attribution;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Methods of the JDK that make their thread wait.
 *
 * @param owner the class or interface that declares them; its subtypes inherit them
 * @param names of the methods, with all their overloads
 * @param instead what a coroutine does instead
 */
record BlockingMethod(String owner, Set<String> names, String instead) {

    private static final String TO_THREAD = "Write await(Async.toThread(() -> ...)) around it.";

    private static final BlockingMethod[] ALL = {
        of("java.lang.Thread", "Write await(Async.sleep(...)).", "sleep"),
        of("java.util.concurrent.TimeUnit", "Write await(Async.sleep(...)).", "sleep"),
        of("java.util.concurrent.locks.LockSupport", "Use a dev.reprise.sync.Event.", "park", "parkNanos", "parkUntil"),
        of("java.lang.Thread", TO_THREAD, "join"),
        of("java.lang.Object", "Use a dev.reprise.sync.Condition.", "wait"),
        of("java.lang.Process", "Write await(process.onExit()).", "waitFor"),
        of("java.util.concurrent.CompletableFuture", "Write await(...) around the future itself.", "get", "join"),
        of("java.util.concurrent.ForkJoinTask", TO_THREAD, "get", "join", "invoke"),
        of("java.util.concurrent.Future", TO_THREAD, "get"),
        of("java.util.concurrent.CountDownLatch", "Use a dev.reprise.sync.Event.", "await"),
        of("java.util.concurrent.CyclicBarrier", "Use a dev.reprise.sync.Barrier.", "await"),
        of("java.util.concurrent.Phaser", "Use a dev.reprise.sync.Barrier.", "arriveAndAwaitAdvance", "awaitAdvance"),
        of("java.util.concurrent.Exchanger", "Use a dev.reprise.sync.Queue.", "exchange"),
        of("java.util.concurrent.Semaphore", "Use a dev.reprise.sync.Semaphore.", "acquire", "acquireUninterruptibly"),
        of("java.util.concurrent.BlockingQueue", "Use a dev.reprise.sync.Queue.", "put", "take"),
        of(
                "java.util.concurrent.BlockingDeque",
                "Use a dev.reprise.sync.Queue.",
                "putFirst",
                "putLast",
                "takeFirst",
                "takeLast"),
        of("java.util.concurrent.TransferQueue", "Use a dev.reprise.sync.Queue.", "transfer"),
        of("java.util.concurrent.CompletionService", TO_THREAD, "take"),
        of("java.util.concurrent.ExecutorService", TO_THREAD, "awaitTermination", "close", "invokeAll", "invokeAny"),
        of("java.util.concurrent.locks.Lock", "Use a dev.reprise.sync.Lock.", "lock", "lockInterruptibly"),
        of(
                "java.util.concurrent.locks.Condition",
                "Use a dev.reprise.sync.Condition.",
                "await",
                "awaitNanos",
                "awaitUninterruptibly",
                "awaitUntil"),
        of("java.net.http.HttpClient", "Write await(client.sendAsync(...)).", "send"),
        of("java.net.InetAddress", TO_THREAD, "getAllByName", "getByName"),
        of("java.net.ServerSocket", "Use dev.reprise.io.Net.listen(...).", "accept"),
        of("java.net.Socket", "Use dev.reprise.io.Net.connect(...).", "connect", "getInputStream", "getOutputStream"),
        of("java.net.URL", TO_THREAD, "openStream"),
        of("java.net.URLConnection", TO_THREAD, "connect", "getInputStream"),
    };

    private static BlockingMethod of(String owner, String instead, String... names) {
        return new BlockingMethod(owner, Set.of(names), instead);
    }

    /** What is known of a method; empty if it is not known to block. */
    static Optional<BlockingMethod> of(ExecutableElement method, Attribution java) {
        String name = method.getSimpleName().toString();
        if (!(method.getEnclosingElement() instanceof TypeElement declaring)) {
            return Optional.empty();
        }
        for (BlockingMethod blocking : ALL) {
            if (blocking.names.contains(name)
                    && java.as(blocking.owner, declaring.asType()).isPresent()) {
                return Optional.of(blocking);
            }
        }
        return Optional.empty();
    }
}
