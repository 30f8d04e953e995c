package dev.reprise.benchmarks.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void allTakePartIfNothingIsNamed() {
        Choice choice = new Choice();
        assertThat(choice.contests()).containsExactly(Contest.values());
        assertThat(choice.peers(Contest.W3)).startsWith("Reprise", "Reprise, virtual callee");
    }

    @Test
    void aNameChoosesAllThatBeginWithItAsAWord() {
        assertThat(new Choice("w2").contests()).containsExactly(Contest.W2, Contest.W2_PUSH);
        assertThat(new Choice("W1").contests()).containsExactly(Contest.W1);
    }

    @Test
    void peersAreChosenByName() {
        assertThat(new Choice("W3", "Reprise").peers(Contest.W3)).containsExactly("Reprise");
    }

    @Test
    void aNameOfNothingIsRefused() {
        assertThatThrownBy(() -> new Choice("W4", "Krypton"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Krypton", "W4", "Reprise");
    }
}
