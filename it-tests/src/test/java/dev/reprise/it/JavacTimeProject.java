package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources for measuring javac: classes of eight plain methods, some of them with four coroutines more. */
final class JavacTimeProject {

    private JavacTimeProject() {}

    /**
     * Writes the sources.
     *
     * @param coroutines how many of the classes have coroutines
     * @return the files
     */
    static List<String> write(Path folder, int classes, int coroutines) throws IOException {
        Files.createDirectories(folder);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            Path file = folder.resolve("C" + i + ".java");
            files.add(Files.writeString(file, source(i, i < coroutines)).toString());
        }
        return files;
    }

    private static String source(int number, boolean coroutine) {
        String plain =
                IntStream.range(0, 8).mapToObj(m -> """
                            int plain%d(List<String> items, Map<String, Integer> prices) {
                                int sum = %d;
                                for (String item : items) {
                                    try {
                                        sum += prices.getOrDefault(item.strip(), item.length());
                                    } catch (IllegalStateException e) {
                                        sum -= e.getMessage().length();
                                    }
                                }
                                return items.stream().filter(x -> x.length() > %d).mapToInt(String::length).sum() + sum;
                            }
                        """.formatted(m, m, m)).collect(Collectors.joining());
        String suspending = IntStream.range(0, coroutine ? 4 : 0)
                .mapToObj(m -> """
                            @Coroutine
                            Async<Integer> suspending%d(List<String> items) {
                                int sum = 0;
                                for (String item : items) {
                                    try {
                                        sum += await(Async.of(item.length()));
                                    } finally {
                                        await(Async.sleep(Duration.ofMillis(sum)));
                                    }
                                }
                                return Async.of(sum + %s);
                            }
                        """.formatted(m, m == 0 ? "0" : "await(suspending" + (m - 1) + "(items))"))
                .collect(Collectors.joining());
        return """
                import static dev.reprise.Async.await;
                import dev.reprise.*;
                import java.time.Duration;
                import java.util.*;
                class C%d {
                %s%s}
                """.formatted(number, plain, suspending);
    }
}
