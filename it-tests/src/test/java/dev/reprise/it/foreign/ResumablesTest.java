package dev.reprise.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

class ResumablesTest {

    /** What is made resumable. */
    public static class Sample implements java.util.function.IntFunction<String> {

        private int calls;

        @Override
        public String apply(int rounds) {
            StringBuilder text = new StringBuilder(String.valueOf(rounds));
            for (int i = 0; i < rounds; i++) {
                text.append(',').append(twice(i));
            }
            return text.toString();
        }

        private long twice(int number) {
            calls++;
            if (number > 3) {
                throw new IllegalArgumentException("too large: " + number);
            }
            return Math.addExact(number, number);
        }

        int calls() {
            return calls;
        }

        int locked() {
            int sum = Math.abs(calls);
            synchronized (this) {
                sum += calls();
            }
            return sum + Math.abs(sum);
        }

        synchronized int lockedAtAll() {
            return calls();
        }
    }

    @Test
    void theMethodsDoTheSameAndSuspendAtEveryPoint() throws Exception {
        Sample sample = new Sample();
        var resumable =
                (java.util.function.IntFunction<?>) resumable().getConstructor().newInstance();
        long before = Pump.suspensions();

        assertThat(resumable.apply(3)).isEqualTo(sample.apply(3));
        assertThatThrownBy(() -> resumable.apply(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too large: 4");

        // String.valueOf and new, then append, twice, append, the jump back and, in twice, addExact; last toString
        assertThat(Pump.suspensions() - before).isGreaterThan(2 + 3 * 5 + 1 + 2 + 4 * 5);
    }

    @Test
    void whatIsLeftIsLeftForAReason() throws IOException {
        Resumables resumables = rewritten(new ClassNode());

        assertThat(resumables.left)
                .containsOnly(
                        Map.entry("<init>()V", Left.CONSTRUCTOR),
                        Map.entry("calls()I", Left.NO_POINT),
                        Map.entry("lockedAtAll()I", Left.SYNCHRONIZED));
        assertThat(resumables.moved.values())
                .contains("locked()I", "twice(I)J", "apply(I)Ljava/lang/String;", "apply(I)Ljava/lang/Object;");
    }

    private static Resumables rewritten(ClassNode owner) throws IOException {
        try (InputStream file = Sample.class.getResourceAsStream("ResumablesTest$Sample.class")) {
            new ClassReader(file.readAllBytes()).accept(owner, 0);
        }
        Resumables resumables = new Resumables(owner, Map.of());
        resumables.rewrite(Optional.empty());
        return resumables;
    }

    private static Class<?> resumable() throws Exception {
        ClassNode owner = new ClassNode();
        rewritten(owner);
        ClassWriter writer = new ClassWriter(0);
        owner.accept(writer);
        Outcome outcome = CoroutineCompiler.compile(new ClassBytes(owner.name, writer.toByteArray()));
        Map<String, byte[]> classes = new HashMap<>();
        for (ClassBytes made : ((Outcome.Woven) outcome).classes()) {
            classes.put(made.name().replace('/', '.'), made.bytes());
        }
        ClassLoader loader = new ClassLoader(ResumablesTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                byte[] bytes = classes.remove(name);
                return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
            }
        };
        return loader.loadClass(Sample.class.getName());
    }
}
