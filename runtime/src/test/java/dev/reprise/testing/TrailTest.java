package dev.reprise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class TrailTest {

    private final Trail trail = new Trail();

    @Test
    void stepsInTheirOrderAreFine() {
        trail.expect(1);
        trail.expect(2);
        trail.end(2);
        assertThat(trail.steps()).containsExactly("1", "2");
    }

    @Test
    void aStepOutOfOrderFailsWithWhatCameBefore() {
        trail.mark("begin");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> trail.expect(3))
                .withMessage("step 3 came as step 2 of [begin, 3]");
    }

    @Test
    void aMissingStepFailsAtTheEnd() {
        trail.expect(1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> trail.end(2))
                .withMessageContaining("2 steps were expected, and 1 were taken");
    }
}
