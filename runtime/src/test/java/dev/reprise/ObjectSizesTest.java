package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/**
 * What a sleeping coroutine costs, counted from the fields: a header of 12 bytes, references of 4 (compressed), and the
 * sum rounded up to 8. Programs have many of these objects; a field more is a decision.
 */
class ObjectSizesTest {

    @Test
    void aTaskHas48Bytes() {
        assertThat(sizeOf(RunningTask.class)).isEqualTo(48);
    }

    @Test
    void aPromiseHas32BytesAtMost() {
        assertThat(sizeOf(PendingPromise.class)).isLessThanOrEqualTo(32);
    }

    @Test
    void aSleepHas40BytesOnTheLoop() throws ClassNotFoundException {
        assertThat(sizeOf(Class.forName("dev.reprise.Sleep$Alarm"))).isEqualTo(40);
    }

    private static int sizeOf(Class<?> type) {
        int bytes = 12;
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += width(field.getType());
                }
            }
        }
        return (bytes + 7) / 8 * 8;
    }

    private static int width(Class<?> type) {
        if (type == long.class || type == double.class) {
            return 8;
        }
        if (type == boolean.class || type == byte.class) {
            return 1;
        }
        return type == short.class || type == char.class ? 2 : 4;
    }
}
