package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WgetTest {

    private static final List<String> HOSTS = List.of("www.sina.com.cn", "www.sohu.com", "www.163.com");

    private final List<String> printed = Printed.by(() -> {
        try {
            Wget.main(new String[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });

    @Test
    void allThreeStartBeforeTheFirstAnswer() {
        assertThat(printed)
                .hasSize(21)
                .startsWith("wget www.sina.com.cn...", "wget www.sohu.com...", "wget www.163.com...");
    }

    @Test
    void headersOfEachSiteComeInOrderAndEndWithDone() {
        for (String host : HOSTS) {
            assertThat(printed)
                    .filteredOn(line -> line.contains(host))
                    .containsExactly(
                            "wget " + host + "...",
                            host + " header > HTTP/1.1 200 OK",
                            host + " header > Server: loopback",
                            host + " header > Content-Type: text/html",
                            host + " header > Content-Length: 19",
                            host + " header > Connection: close",
                            "Done " + host + ".");
        }
    }
}
