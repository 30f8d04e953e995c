package dev.reprise.processor.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class NewSinkingTest {

    @TempDir
    Path directory;

    @Test
    void noUninitialisedObjectIsLeftAtASuspension() {
        Coroutine coroutine = coroutine("""
                @Coroutine static Async<Thread> m(boolean c) {
                    return of(new Thread(new ThreadGroup(c ? await(of("a")) : "b"), await(of("c"))));
                }
                """);
        assertThat(uninitialised(coroutine)).isTrue();
        NewSinking.apply(coroutine);
        assertThat(uninitialised(coroutine)).isFalse();
    }

    @Test
    void noUninitialisedObjectIsLeftInAVariable() {
        Coroutine coroutine = coroutine("""
                @Coroutine static Async<Thread> m(int k) {
                    return of(new Thread(switch (k) {
                        case 1 -> "a";
                        default -> {
                            try {
                                yield await(of("b"));
                            } finally {
                                k++;
                            }
                        }
                    }));
                }
                """);
        assertThat(uninitialised(coroutine)).isTrue();
        NewSinking.apply(coroutine);
        assertThat(uninitialised(coroutine)).isFalse();
    }

    @Test
    void theFirstAllocationStaysWhereItInitialisesTheClass() {
        Coroutine coroutine = coroutine("""
                @Coroutine static Async<Thread> m() {
                    return of(new Thread(await(of("a"))));
                }
                """);
        NewSinking.apply(coroutine);
        MethodNode method = coroutine.method();
        List<Integer> opcodes = StreamSupport.stream(method.instructions.spliterator(), false)
                .map(node -> node.getOpcode())
                .filter(opcode -> opcode == Opcodes.NEW || opcode == Opcodes.POP || opcode == Opcodes.INVOKESPECIAL)
                .toList();
        assertThat(opcodes).containsExactly(Opcodes.NEW, Opcodes.POP, Opcodes.NEW, Opcodes.INVOKESPECIAL);
    }

    @Test
    void allocationsWithoutASuspensionAreLeftAlone() {
        Coroutine coroutine = coroutine("""
                @Coroutine static Async<Thread> m() {
                    String name = await(of("a"));
                    return of(new Thread(name));
                }
                """);
        int before = coroutine.method().instructions.size();
        NewSinking.apply(coroutine);
        assertThat(coroutine.method().instructions.size()).isEqualTo(before);
    }

    private Coroutine coroutine(String members) {
        return Compiled.members(directory, members).coroutine();
    }

    private static boolean uninitialised(Coroutine coroutine) {
        return MethodAnalysis.of(coroutine, DirectCalls.among(List.of(coroutine))).points().stream()
                .map(SuspensionPoint::types)
                .flatMap(types -> Stream.concat(types.stack().stream(), types.locals().stream()))
                .anyMatch(TypeState::isUninitialized);
    }
}
