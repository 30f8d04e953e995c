package dev.reprise.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryTest {

    @Test
    void aPatternMayHoldBarsAndTheReasonComesAfterABarWithSpaces() {
        Map<String, String> reasons = Library.reasons(List.of(".*(a|b).*|c | asks the network | often"));

        assertThat(reasons).containsExactly(Map.entry(".*(a|b).*|c", "asks the network | often"));
    }

    @Test
    void whatIsLeftOutHasAReason() {
        assertThatThrownBy(() -> Library.reasons(List.of(".*(a|b).*|c")))
                .hasMessage("nothing is left out without a reason: .*(a|b).*|c");
    }
}
