package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DescriptorExhaustionTest {

    @Test
    void aServerWithoutDescriptorsTellsOnce_waits_andServesThoseWhoWaited() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a shell sets the limit");
        Process child = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -n 100; exec \"$0\" -Duser.language=en '-Djava.util.logging.SimpleFormatter.format=log: %4$s %5$s%n' -cp \"$1\" "
                                + FewDescriptors.class.getName(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        classPath(FewDescriptors.class) + System.getProperty("path.separator") + classPath(Net.class))
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(printed.replaceAll("server on .* accepts", "server accepts")
                        .split("\n")))
                .containsExactly(
                        "served warm up",
                        "client: Too many open files",
                        "told: Too many open files",
                        "still inside: 0",
                        "log: INFO the server accepts clients again",
                        "served the one who waits",
                        "served the next one");
        assertThat(child.exitValue()).isZero();
    }

    private static String classPath(Class<?> one) throws Exception {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
