package dev.reprise.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PointTableTest {

    private static final PointTable TABLE = PointTable.parse("shop.Basket|total|Basket.java|13|15,16,17\n"
            + "0 Lshop/Basket; this|1 I sum|2 Ljava/lang/String; item|-1 Ljava/lang/Object; nothing\n"
            + "0\n"
            + "await Basket.price|0-1,3\n"
            + "await Promise|0\n"
            + "await Basket.price|0-2");

    @Test
    void aPointHasALine() {
        assertThat(TABLE.position(2)).hasToString("shop.Basket.total(Basket.java:16)");
        assertThat(TABLE.line(2)).isEqualTo(16);
    }

    @Test
    void aBodyThatHasNotStartedIsAtItsFirstLineAndOneThatRunsOrHasEndedNowhere() {
        assertThat(TABLE.line(Frame.CREATED)).isEqualTo(13);
        assertThat(TABLE.line(Frame.RUNNING)).isEqualTo(-1);
        assertThat(TABLE.line(Frame.FINISHED)).isEqualTo(-1);
    }

    @Test
    void theKeyOfAPointIsItsOperationAndWhichOfTheseItIs() {
        assertThat(TABLE.key(1)).isEqualTo("await Basket.price #1");
        assertThat(TABLE.key(2)).isEqualTo("await Promise #1");
        assertThat(TABLE.key(3)).isEqualTo("await Basket.price #2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> TABLE.key(0));
    }

    @Test
    void thePointSaysWhichVariablesAreReadFromWhichField() {
        assertThat(TABLE.locals(1, field -> "field " + field)).hasToString("{this=field 0, sum=field 1, nothing=null}");
        assertThat(TABLE.locals(3, field -> field)).hasToString("{this=0, sum=1, item=2}");
        assertThat(TABLE.locals(Frame.CREATED, field -> field)).hasToString("{this=0}");
        assertThat(TABLE.locals(Frame.RUNNING, field -> field)).isEmpty();
        assertThat(TABLE.locals(Frame.FINISHED, field -> field)).isEmpty();
    }

    @Test
    void aTableOfLinesAloneKnowsNoVariables() {
        PointTable table = PointTable.parse("Net|connect||-1|4,5");
        assertThat(table.position(1)).hasToString("Net.connect(Unknown Source)");
        assertThat(table.locals(2, field -> field)).isEmpty();
    }
}
