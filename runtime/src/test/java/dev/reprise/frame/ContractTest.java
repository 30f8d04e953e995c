package dev.reprise.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void theOwnVersionPasses() {
        assertThatCode(() -> Frame.contract(Contract.VERSION)).doesNotThrowAnyException();
    }

    @Test
    void anotherVersionIsRefusedWithBothVersionsAndThePlaceOfTheClass() {
        assertThatThrownBy(() -> Frame.contract(Contract.VERSION + 1))
                .isInstanceOf(IncompatibleClassChangeError.class)
                .hasMessageContainingAll(
                        "dev.reprise.frame.ContractTest in file:",
                        "contract " + (Contract.VERSION + 1),
                        "contract " + Contract.VERSION,
                        "compile the class again");
    }

    @Test
    void aClassThatCameFromNowhereHasNoPlace() {
        assertThat(Contract.broken(0, String.class)).hasMessageStartingWith("java.lang.String was written");
    }
}
