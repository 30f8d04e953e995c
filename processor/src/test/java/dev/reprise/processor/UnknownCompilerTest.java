package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jdt.internal.compiler.apt.StrangeEnvironment;
import org.junit.jupiter.api.Test;

/** Where the processor cannot weave, it says so, why, and what to do. */
class UnknownCompilerTest {

    @Test
    void theEnvironmentOfAnUnknownCompilerIsNamed() {
        assertThat(messages(new BareEnvironment()))
                .isEqualTo("WARNING [UnknownCompiler] The coroutines of this compilation are not woven:"
                        + " dev.reprise.processor.BareEnvironment is no environment of javac or of Eclipse's batch compiler."
                        + " Weave the class files in a step of their own.");
    }

    @Test
    void anEcjThatLacksAMemberIsLeftAloneAndTheMemberNamed() {
        assertThat(messages(new StrangeEnvironment()))
                .startsWith("WARNING [UnknownCompiler] The coroutines of this compilation are not woven:"
                        + " org.eclipse.jdt.internal.compiler.apt.StrangeEnvironment is that of a version of Eclipse's"
                        + " compiler that is not known: java.lang.NoSuchMethodException: ")
                .contains("getCompiler()")
                .endsWith(" Weave the class files in a step of their own.");
    }

    private static String messages(BareEnvironment environment) {
        new CoroutineProcessor().init(environment);
        assertThat(environment.messages()).hasSize(1);
        return environment.messages().get(0);
    }
}
