package dev.reprise.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What a program prints. */
public final class Printed {

    private Printed() {}

    /** Runs the program and gives the lines that it wrote to {@link System#out}. */
    public static List<String> by(Runnable program) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(console);
        }
        return written.toString(UTF_8).lines().toList();
    }
}
