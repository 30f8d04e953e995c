package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecureWgetTest {

    @Test
    void pagesOfSitesThatAreWhatTheySayTheyAre() {
        assertThat(Printed.by(() -> {
                    try {
                        SecureWget.main(new String[0]);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .containsExactlyInAnyOrder(
                        "one.example: HTTP/1.1 200 OK, 19 bytes, TLSv1.3",
                        "two.example: HTTP/1.1 200 OK, 19 bytes, TLSv1.3",
                        "three.example: not what it says it is");
    }
}
