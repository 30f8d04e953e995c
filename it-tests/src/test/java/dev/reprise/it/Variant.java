package dev.reprise.it;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to compile a program.
 *
 * @param release the value of {@code --release}
 * @param debugTables whether javac writes line numbers and names of variables
 * @param isPlain whether it is compiled without the processor and runs with an {@code Async} whose methods have run to
 *     their end when they return: what comes out is the meaning of the program according to plain Java
 */
record Variant(int release, boolean debugTables, boolean isPlain) {

    /** The ways in which a program is compiled by this JDK; none if the JDK is older than the program. */
    static List<Variant> of(Program program) {
        int newest = Runtime.version().feature();
        List<Variant> variants = new ArrayList<>();
        for (int release : program.release() == newest ? List.of(newest) : List.of(program.release(), newest)) {
            if (release > newest) {
                return List.of();
            }
            variants.add(new Variant(release, true, false));
            if (program.runsWithoutDebugTables()) {
                variants.add(new Variant(release, false, false));
            }
        }
        if (program.runsPlain()) {
            variants.add(new Variant(newest, true, true));
        }
        return variants;
    }

    List<String> options() {
        return List.of("--release", String.valueOf(release), debugTables ? "-g" : "-g:none");
    }

    Javac compiler() {
        return isPlain ? Javac.withoutProcessor() : Javac.withProcessor();
    }

    @Override
    public String toString() {
        return "release " + release + (debugTables ? " -g" : " -g:none") + (isPlain ? " plain" : "");
    }
}
