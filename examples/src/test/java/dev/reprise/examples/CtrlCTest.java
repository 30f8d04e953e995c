package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Signals are sent to a JVM of its own. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class CtrlCTest {

    private Process process;
    private BufferedReader printed;

    private void start(String seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // a JVM that inherits "ignore" from a background job does not get the signal
        List<String> withSignal = List.of("env", "--default-signal=INT");
        if (run(withSignal, "true") == 0) {
            command.addAll(withSignal);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CtrlC.class.getName(), seconds));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        printed = process.inputReader();
    }

    private static int run(List<String> command, String argument) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(argument);
        return new ProcessBuilder(all).redirectErrorStream(true).start().waitFor();
    }

    private void pressCtrlC() throws IOException, InterruptedException {
        assertThat(run(List.of("kill", "-INT"), Long.toString(process.pid()))).isZero();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void theFirstCtrlCCancelsTheProgramWhichCleansUp() throws Exception {
        start("0");
        assertThat(printed.readLine()).isEqualTo("working, press Ctrl-C");
        pressCtrlC();
        assertThat(printed.lines()).containsExactly("cleaning up", "clean", "ended: Ctrl-C was pressed (SIGINT)");
        assertThat(process.waitFor()).isEqualTo(130);
    }

    @Test
    void theSecondEndsItAtOnce() throws Exception {
        start("86400");
        assertThat(printed.readLine()).isEqualTo("working, press Ctrl-C");
        pressCtrlC();
        assertThat(printed.readLine()).isEqualTo("cleaning up");
        pressCtrlC();
        assertThat(printed.lines()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(130);
    }
}
