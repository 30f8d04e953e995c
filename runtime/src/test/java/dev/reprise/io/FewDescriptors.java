package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server whose process runs out of descriptors. Run by {@link DescriptorExhaustionTest} in a process with a limit; prints what
 * happens.
 */
final class FewDescriptors {

    private static final List<RandomAccessFile> BALLAST = new ArrayList<>();

    private FewDescriptors() {}

    public static void main(String[] args) throws Exception {
        loadAllClasses();
        EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()));
        loop.setExceptionHandler((failed, failure) ->
                System.out.println("told: " + failure.exception().getMessage()));
        loop.runUntilComplete(conversation(loop));
        loop.close();
    }

    private static Script<Object> conversation(EventLoop loop) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Server[] server = {null};
        return Script.of(none -> {
                    server[0] = Net.listen(
                            anyPort,
                            client -> Script.of(nothing -> client.readLine()).then(line -> {
                                client.write("served " + line + "\n");
                                return Async.done();
                            }));
                    return talk(server[0], "warm up");
                })
                .then(none -> server[0].awaitClients())
                .then(none -> new Counting(2, i -> Async.sleep(Duration.ZERO)))
                .then(none -> {
                    fillUp();
                    return talk(server[0], "without a descriptor");
                })
                .recover(failure -> {
                    System.out.println("client: " + failure.getMessage().replaceAll(".*: ", ""));
                    free(1);
                    return Net.connect(server[0].address());
                })
                .then((Connection waiting) -> {
                    waiting.write("the one who waits\n");
                    return Script.of(none -> new Counting(5, i -> Async.sleep(Duration.ofSeconds(1))))
                            .then(none -> {
                                System.out.println("still inside: " + server[0].connections());
                                free(10);
                                return waiting.readLine();
                            })
                            .then(line -> {
                                System.out.println(line);
                                return waiting.closeAsync();
                            });
                })
                .then(none -> talk(server[0], "the next one"))
                .then(none -> server[0].awaitClients());
    }

    private static Script<Object> talk(Server server, String line) {
        return Script.of(none -> Net.connect(server.address())).then((Connection connection) -> {
            connection.write(line + "\n");
            return Script.of(none -> connection.readLine()).then(answer -> {
                System.out.println(answer);
                return connection.closeAsync();
            });
        });
    }

    private static void fillUp() {
        while (true) {
            try {
                BALLAST.add(new RandomAccessFile("/dev/null", "r"));
            } catch (IOException full) {
                return;
            }
        }
    }

    private static void free(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            BALLAST.remove(BALLAST.size() - 1).close();
        }
    }

    /** Loading a class takes a descriptor. */
    private static void loadAllClasses() throws Exception {
        for (Class<?> one : List.of(EventLoop.class, FewDescriptors.class)) {
            Path root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                        .filter(path -> !path.toString().contains("-info"))
                        .filter(path -> one == EventLoop.class
                                || path.toString().contains("FewDescriptors")
                                || path.toString().contains("Script")
                                || path.toString().contains("Counting"))
                        .toList()) {
                    String name = root.relativize(file).toString();
                    Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
                }
            }
        }
    }
}
